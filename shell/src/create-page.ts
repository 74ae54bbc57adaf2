import type { ApolloClient } from "@apollo/client";
import { matchRoute } from "@sliceway/manifest/route";
import { createRemoteModules, type PageRuntime, pageRoutes } from "@sliceway/web-kit/host";
import { createClient } from "./apollo/create-client.ts";
import { createGatewayLink } from "./apollo/gateway-link.ts";
import { createPageDataLink } from "./apollo/page-data-link.ts";
import { createFederation } from "./federation/create-federation.ts";
import { firstSlots } from "./first-slots.ts";
import { createReloadOffer } from "./layout/offer-reload.ts";
import { readLanguage } from "./preferences/language.ts";
import { readBoot } from "./read-boot.ts";
import { readPageData } from "./read-page-data.ts";

export interface Page {
  runtime: PageRuntime;
  client: ApolloClient;
  /** Settles when code and data of the first route are there, or have failed. */
  firstLoads: Promise<unknown>;
}

/** Puts the page together and starts whatever its first route needs. */
export function createPage(): Page {
  const boot = readBoot();
  const language = readLanguage();
  const modules = createRemoteModules(createFederation(boot));
  const route = matchRoute(pageRoutes(boot), window.location.pathname)?.route;
  const wanted = [...(route ? [route] : []), ...firstSlots(boot)];
  const code = wanted.map(({ slice, module }) => modules.load(slice, module).promise);
  const data = readPageData();

  const expected = route?.operation ? { slice: route.slice, name: route.operation } : null;
  const client = createClient(boot, [
    createPageDataLink(expected, data),
    createGatewayLink({ vector: boot.vector, onVectorGone: createReloadOffer(language) }),
  ]);
  const reloadAt = (path: string) => window.location.assign(path);
  return {
    runtime: { boot, language, modules, reloadAt },
    client,
    firstLoads: Promise.allSettled([...code, expected && data]),
  };
}
