import { matchRoute, resolveVariables } from "@sliceway/protocol/route";
import { useLocation } from "react-router";
import { pageRoutes } from "../../navigation/page-routes.ts";
import { PageRouteContext } from "../../page/page-route.ts";
import { usePageRuntime } from "../../page/page-runtime.ts";
import { RemoteView } from "../../slots/RemoteView.tsx";

/** The page of the slice that has a route for the address; of another slice's page, that it is there. */
export function PageView({ slice }: { slice: string }) {
  const { boot } = usePageRuntime();
  const { pathname, search } = useLocation();
  const match = matchRoute(pageRoutes(boot), pathname);
  if (match?.route.slice !== slice) return <p data-page={pathname} />;
  const { route, params } = match;
  const variables = resolveVariables(route, params, search);
  return (
    <PageRouteContext value={{ slice, params, variables }}>
      <RemoteView key={pathname} slice={slice} module={route.module} skeleton={null} />
    </PageRouteContext>
  );
}
