import type { Member, Place } from "@sliceway/trial-kit";
import { z } from "zod";
import type { DeadLetter } from "../network/dead-letter.ts";
import { layOldHome, PREVIEW } from "../network/old-home.ts";
import { makeFriends, readLivePlace, waitInFeed, writePost } from "../network/people.ts";
import { sliceway } from "../platform/sliceway.ts";
import { startUp, type Up } from "../platform/start-up.ts";
import { readStatus, type Status } from "../platform/status.ts";
import type { Rows } from "../rows/record-rows.ts";
import { recordSettled } from "../rows/record-settled.ts";
import { type OldTab, openOldTab } from "../tab/old-tab.ts";
import type { Stage } from "./stage.ts";

/** An installation that the old code runs, and what stood there. Disposing stops it, and closes the tab. */
export interface OldInstallation extends AsyncDisposable {
  up: Up;
  /** What was live, as its pages see it. */
  place: Place;
  /** Two who are friends; the first one has the tab. */
  members: [Member, Member];
  tab: OldTab;
  deadLetter: DeadLetter;
  /** A link that the old code has made. */
  previewUrl: string;
  status: Status;
  rows: Rows;
}

const access = z.object({ url: z.string() });

/** Lays an old home into the site and runs it with the old code, with people and a tab. Resolves when nothing moves any more. */
export async function startOldInstallation(stage: Stage): Promise<OldInstallation> {
  const { commit, oldDir, site, browser, tell } = stage;
  const { deadLetter } = await layOldHome(oldDir, commit, site, tell);
  await using stack = new AsyncDisposableStack();
  const up = stack.use(await startUp(oldDir, site));
  const place = await readLivePlace(site);
  const members = await makeFriends(place);
  await waitInFeed(members[1], await writePost(members[0], "Written just before the upgrade."));
  const tab = stack.use(await openOldTab(browser, place, members[0]));
  const shown = await sliceway(oldDir, site, "preview", PREVIEW, "--json");
  const { url: previewUrl } = access.parse(JSON.parse(shown));
  const status = await readStatus(oldDir, site);
  const rows = await recordSettled(site.home);
  const opened = stack.move();
  const facts = { up, place, members, tab, deadLetter, previewUrl, status, rows };
  return { ...facts, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
