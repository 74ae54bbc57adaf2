import type { LinkProps } from "react-router";
import { Link } from "./Link.tsx";
import { routePath } from "./route-path.ts";

export type RouteLinkProps = Omit<LinkProps, "to"> & { route: string; params?: Record<string, string> };

/** A link that fills a route's parameters in: `<RouteLink route="/@:handle" params={{ handle }}>`. */
export function RouteLink({ route, params = {}, ...rest }: RouteLinkProps) {
  return <Link {...rest} to={routePath(route, params)} />;
}
