import type { ApolloClient } from "@apollo/client";
import type { PageBoot, PageData } from "@sliceway/protocol";
import { matchRoute } from "@sliceway/protocol/route";
import { createClient, createRemoteModules, type PageRuntime, pageRoutes } from "@sliceway/web-kit/host";
import { createGatewayLink, type GatewayLinkOptions } from "./apollo/gateway-link.ts";
import { createPageDataLink } from "./apollo/page-data-link.ts";
import type { FetchModule } from "./federation/start-federation.ts";
import { isExposed, type SlotModule } from "./first-slots.ts";
import { readLanguage } from "./preferences/language.ts";

/** A page at one vector. */
export interface Page {
  runtime: PageRuntime;
  client: ApolloClient;
  /** Settles when code and data of the first route are there, or have failed. */
  firstLoads: Promise<unknown>;
}

export interface PageParts extends Omit<GatewayLinkOptions, "vector"> {
  boot: PageBoot;
  /** The route's answer, as the gateway sends it along; null if it sends none. */
  data: Promise<PageData["operation"]>;
  /** Modules that will be wanted beside the route's. */
  slots: SlotModule[];
  fetchModule: FetchModule;
  rescue: PageRuntime["rescue"];
}

/** Puts a page together and starts whatever its first route needs. */
export function createPage({ boot, data, slots, fetchModule, rescue, ...signals }: PageParts): Page {
  const modules = createRemoteModules(fetchModule);
  const route = matchRoute(pageRoutes(boot), window.location.pathname)?.route;
  const wanted = [...(route ? [route] : []), ...slots.filter((slot) => isExposed(boot, slot))];
  const code = wanted.map(({ slice, module }) => modules.load(slice, module).promise);

  const expected = route?.operation ? { slice: route.slice, name: route.operation } : null;
  const client = createClient(boot, [
    createPageDataLink(expected, data),
    createGatewayLink({ vector: boot.vector, ...signals }),
  ]);
  const reloadAt = (path: string) => window.location.assign(path);
  return {
    runtime: { boot, language: readLanguage(), modules, reloadAt, rescue },
    client,
    firstLoads: Promise.allSettled([...code, expected && data]),
  };
}
