import type { LinkProps } from "react-router";
import { Link } from "./Link.tsx";
import { routePath } from "./route-path.ts";

type RouteLinkProps = Omit<LinkProps, "to"> & { route: string; params?: Record<string, string> };

/** @deprecated Releases made before routes had names link with it; write `PageLink`. */
export function RouteLink({ route, params = {}, ...rest }: RouteLinkProps) {
  return <Link {...rest} to={routePath(route, params) ?? "/"} />;
}
