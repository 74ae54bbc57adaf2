import type { RouteParams } from "@sliceway/protocol/route";
import { createContext, useContext } from "react";

/** The route on screen: parameters of its path, and its operation's variables as slice.json maps them. */
export interface PageRoute {
  slice: string;
  params: RouteParams;
  variables: Record<string, string>;
}

export const PageRouteContext = createContext<PageRoute | null>(null);

export function usePageRoute(): PageRoute {
  const route = useContext(PageRouteContext);
  if (!route) throw new Error("There is no route around this component; only pages have one.");
  return route;
}
