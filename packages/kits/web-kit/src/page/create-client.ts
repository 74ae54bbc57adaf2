import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { createFragmentRegistry } from "@apollo/client/cache";
import type { PageBoot } from "@sliceway/protocol";
import { type DefinitionNode, Kind, parse } from "graphql";

/** The page's client: one cache, masked data, the vector's exposed fragments known by name. */
export function createClient(boot: PageBoot, links: ApolloLink[]): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from(links),
    cache: new InMemoryCache({ fragments: createFragmentRegistry(vectorFragments(boot)) }),
    dataMasking: true,
    clientAwareness: {},
    devtools: { enabled: false },
  });
}

function vectorFragments(boot: PageBoot) {
  const definitions: DefinitionNode[] = boot.fragments.flatMap(({ text }) => parse(text).definitions);
  return { kind: Kind.DOCUMENT, definitions } as const;
}
