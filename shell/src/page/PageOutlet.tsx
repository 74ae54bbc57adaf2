import { matchRoute, resolveVariables } from "@sliceway/protocol/route";
import { useMessages } from "@sliceway/web-kit";
import { PageRouteContext, pageRoutes, RemoteView, usePageRuntime } from "@sliceway/web-kit/host";
import { useMemo } from "react";
import { useLocation } from "react-router";
import { localText } from "../local-text.ts";
import { messages } from "../messages.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { PageSkeleton } from "./PageSkeleton.tsx";
import { usePageArrival } from "./usePageArrival.ts";

/** The page of whichever slice has a route for the address. */
export function PageOutlet() {
  const { language } = usePageRuntime();
  const { pathname } = useLocation();
  const t = useMessages(messages);
  const found = useMatchedRoute();
  usePageArrival(found ? localText(found.route.title, language) : t("notFound"));
  if (!found) return <NotFoundPage />;
  const { slice, module } = found.route;
  return (
    <PageRouteContext value={found.page}>
      <RemoteView key={pathname} slice={slice} module={module} skeleton={<PageSkeleton />} />
    </PageRouteContext>
  );
}

function useMatchedRoute() {
  const { boot } = usePageRuntime();
  const { pathname, search } = useLocation();
  return useMemo(() => {
    const match = matchRoute(pageRoutes(boot), pathname);
    if (!match) return null;
    const { route, params } = match;
    const page = { slice: route.slice, params, variables: resolveVariables(route, params, search) };
    return { route, page };
  }, [boot, pathname, search]);
}
