import { matchRoute } from "@sliceway/protocol/route";
import { usePageRuntime } from "../page/page-runtime.ts";
import { pageRoutes } from "./page-routes.ts";

/** Starts to load the code of the page behind a path, so that it is there when it is wanted. */
export function usePreload(): (path: string) => void {
  const { boot, modules } = usePageRuntime();
  return (path) => {
    const { pathname } = new URL(path, window.location.href);
    const found = matchRoute(pageRoutes(boot), pathname);
    if (found) modules.load(found.route.slice, found.route.module);
  };
}
