import type { Variant } from "./variant.ts";
import * as feeds from "./variants/feeds.ts";
import * as friends from "./variants/friends.ts";
import * as login from "./variants/login.ts";
import * as posts from "./variants/posts.ts";
import * as shell from "./variants/shell.ts";

/** The variants of each slice, in the order in which they go live; the first is live at the start. */
export type Catalogue = readonly (readonly Variant[])[];

export const wholeCatalogue: Catalogue = [
  [posts.base, posts.dropping, posts.adding, posts.reworded("Applaud")],
  [feeds.base, feeds.reworded, feeds.renaming],
  [login.base, login.adding, login.dropping, login.reworded],
  [shell.base, shell.reworded("Skip navigation"), shell.reworded("To the content")],
  [friends.base, friends.dropping, friends.reworded, friends.adding],
];

/** Of each kind of change one. */
export const shortCatalogue: Catalogue = [
  [posts.base, posts.dropping],
  [feeds.base, feeds.renaming],
  [login.base, login.adding],
  [shell.base, shell.reworded("Skip navigation")],
  [friends.base, friends.reworded],
];

/** One release of each slice. */
export const firstReleases: Catalogue = wholeCatalogue.map((variants) => variants.slice(0, 1));
