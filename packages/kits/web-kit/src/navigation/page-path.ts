import type { PageBoot } from "@sliceway/protocol";
import { routePath } from "./route-path.ts";

/** A route as slice.json of its slice names it: `login.logIn`. */
export type RouteName = `${string}.${string}`;

/** Where no slice has a page, so that the page says that there is none. */
const NOWHERE = "/-";

/**
 * The path of another page, as the slices of this page's vector have it. A route that is not there (its slice is away,
 * or has another route now) or lacks a parameter gives a path at which the shell says that there is no such page: a
 * link to it breaks nothing. The registry lets no such vector go live, unless the slice is none of the installation.
 */
export function pagePath(
  { slices }: Pick<PageBoot, "slices">,
  name: RouteName,
  params: Record<string, string> = {},
): string {
  const [slice, routeName] = name.split(".");
  const { manifest } = slices.find((candidate) => candidate.slice === slice) ?? {};
  const route = manifest?.web?.routes.find((candidate) => candidate.name === routeName);
  return (route && routePath(route.path, params)) ?? `${NOWHERE}/${name}`;
}
