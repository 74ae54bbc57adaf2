import type { Route } from "./slice-manifest.ts";

export type RouteParams = Record<string, string>;

export interface RouteMatch<R> {
  route: R;
  params: RouteParams;
}

/**
 * Finds the route that a URL's path stands for; the gateway and the page both ask this one function.
 *
 * A segment of a route's path is a word (`friends`), a parameter (`:id`), or a word that ends in one
 * (`@:handle`). As in react-router, words match in any case, a slash at the end is ignored, parameters
 * are never empty and come decoded, and the more specific route wins, compared from the left: word,
 * then prefixed parameter, then parameter. Of two equal routes the first in the list wins.
 */
export function matchRoute<R extends Pick<Route, "path">>(
  routes: readonly R[],
  pathname: string,
): RouteMatch<R> | null {
  const segments = decodeSegments(pathname);
  if (!segments) return null;
  let best: (RouteMatch<R> & { rank: number[] }) | null = null;
  for (const route of routes) {
    const found = matchPattern(splitPath(route.path), segments);
    if (found && (!best || isMoreSpecific(found.rank, best.rank))) best = { route, ...found };
  }
  return best && { route: best.route, params: best.params };
}

/**
 * The values of an operation's variables: `:param` comes from the path, `?param` from the search, anything
 * else is taken as it stands. A search parameter that is not there leaves its variable out, so that the
 * operation's own default applies (`$text: String! = ""`).
 */
export function resolveVariables(
  route: Pick<Route, "variables">,
  params: RouteParams,
  search: string | URLSearchParams,
): Record<string, string> {
  const query = new URLSearchParams(search);
  const sources = Object.entries(route.variables);
  const found = sources.map(([name, source]) => [name, readSource(source, params, query)] as const);
  return Object.fromEntries(found.filter((entry): entry is readonly [string, string] => entry[1] !== null));
}

function readSource(source: string, params: RouteParams, query: URLSearchParams): string | null {
  if (source.startsWith(":")) return params[source.slice(1)] ?? null;
  if (source.startsWith("?")) return query.get(source.slice(1));
  return source;
}

function splitPath(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function decodeSegments(pathname: string): string[] | null {
  try {
    return splitPath(pathname).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function matchPattern(pattern: string[], segments: string[]) {
  if (pattern.length !== segments.length) return null;
  const params: RouteParams = {};
  const rank: number[] = [];
  for (const [index, part] of pattern.entries()) {
    const [prefix = "", name] = part.split(":", 2);
    const segment = segments[index] ?? "";
    if (!beginsWith(segment, prefix) || (name === undefined) !== (segment.length === prefix.length))
      return null;
    if (name !== undefined) params[name] = segment.slice(prefix.length);
    rank.push(name === undefined ? Number.POSITIVE_INFINITY : prefix.length);
  }
  return { params, rank };
}

function beginsWith(segment: string, prefix: string): boolean {
  return segment.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
}

/** Both ranks belong to matches of one path, so they have one length. */
function isMoreSpecific(rank: number[], than: number[]): boolean {
  const index = rank.findIndex((value, at) => value !== than[at]);
  return index >= 0 && (rank[index] ?? 0) > (than[index] ?? 0);
}
