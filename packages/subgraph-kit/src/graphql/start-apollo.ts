import { readFile } from "node:fs/promises";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { RequestContext } from "../request-context.ts";
import { SessionChange } from "../session-change.ts";
import type { SliceDefinition, SliceService } from "../slice-definition.ts";
import { busyAnswers, maskErrors } from "./errors.ts";

interface ApolloOptions<DB, Events, Context extends RequestContext<DB, Events>> {
  definition: SliceDefinition<DB, Events, Context>;
  service: SliceService<DB, Events>;
  schemaFile: string;
}

/** Executes the slice's operations. The caller stops it. */
export async function startApollo<DB, Events, Context extends RequestContext<DB, Events>>({
  definition: { resolvers, identity },
  service: { slice, log },
  schemaFile,
}: ApolloOptions<DB, Events, Context>): Promise<ApolloServer<Context>> {
  const typeDefs = parse(await readFile(schemaFile, "utf8"));
  const server = new ApolloServer<Context>({
    schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskErrors(slice, log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      busyAnswers(),
      ...(identity ? [sessionsInMutations()] : []),
    ],
  });
  await server.start();
  return server;
}

function sessionsInMutations(): ApolloServerPlugin<{ session: unknown }> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ operation, contextValue: { session } }) {
        if (operation?.operation === "mutation" && session instanceof SessionChange) session.allow();
      },
    }),
  };
}
