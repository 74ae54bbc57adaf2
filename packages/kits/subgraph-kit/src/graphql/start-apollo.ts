import { readFile } from "node:fs/promises";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { applyOnce } from "../mutation/apply-once.ts";
import type { Fingerprint } from "../mutation/fingerprint.ts";
import type { RequestContext } from "../request-context.ts";
import type { SliceDefinition } from "../slice-definition.ts";
import type { SliceService } from "../slice-service.ts";
import { busyAnswers, maskErrors } from "./errors.ts";

interface ApolloOptions<DB, Events, Context extends RequestContext<DB, Events>> {
  definition: SliceDefinition<DB, Events, Context>;
  service: SliceService<DB, Events>;
  schemaFile: string;
  fingerprint: Fingerprint;
}

/** Executes the slice's operations. The caller stops it. */
export async function startApollo<DB, Events, Context extends RequestContext<DB, Events>>({
  definition: { resolvers, sessionMutations = [] },
  service: { slice, log },
  schemaFile,
  fingerprint,
}: ApolloOptions<DB, Events, Context>): Promise<ApolloServer<Context>> {
  const typeDefs = parse(await readFile(schemaFile, "utf8"));
  const mutations = resolvers.Mutation && {
    Mutation: applyOnce<DB, Events, Context>(resolvers.Mutation, { sessionMutations, fingerprint }),
  };
  const server = new ApolloServer<Context>({
    schema: buildSubgraphSchema([{ typeDefs, resolvers: { ...resolvers, ...mutations } }]),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskErrors(slice, log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      busyAnswers(),
    ],
  });
  await server.start();
  return server;
}
