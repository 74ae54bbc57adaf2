import { usePageRuntime } from "../page/page-runtime.ts";
import { pagePath, type RouteName } from "./page-path.ts";

/**
 * The path of a page, by the name of its route: `usePagePath("posts.post", { id })`. Write name and parameters out in
 * that place: the release records them, and the registry checks that the route is there.
 */
export function usePagePath(route: RouteName, params: Record<string, string> = {}): string {
  return pagePath(usePageRuntime().boot, route, params);
}
