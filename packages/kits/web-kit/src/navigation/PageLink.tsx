import type { LinkProps } from "react-router";
import { Link } from "./Link.tsx";
import type { RouteName } from "./page-path.ts";
import { usePagePath } from "./usePagePath.ts";

export interface PageLinkProps extends Omit<LinkProps, "to"> {
  /** As slice.json of the slice that has the page names its route: `posts.post`. */
  to: RouteName;
  /** Parameters of the route's path. */
  params?: Record<string, string>;
  /** What stands behind the `?`. */
  search?: Record<string, string>;
}

/**
 * A link to a page of any slice: `<PageLink to="posts.post" params={{ id }}>`. Write name and parameters out in that
 * place: the release records them, and the registry checks that the route is there.
 */
export function PageLink({ to, params = {}, search = {}, ...rest }: PageLinkProps) {
  const path = usePagePath(to, params);
  const query = new URLSearchParams(search).toString();
  return <Link {...rest} to={query ? `${path}?${query}` : path} />;
}
