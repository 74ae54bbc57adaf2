import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { QueryPlan } from "@apollo/query-planner";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { collapseUnavailable } from "../graphql/collapse-unavailable.ts";
import { legacyStatus } from "../graphql/legacy-status.ts";
import { maskBugs } from "../graphql/mask-bugs.ts";
import { noteFaults } from "../graphql/note-faults.ts";
import type { OperationContext } from "../graphql/operation-context.ts";
import { OperationStore } from "./operation-store.ts";

/** Documents and plans kept per generation; a vector has far fewer operations. */
const STORED_OPERATIONS = 2000;

interface ApolloLogger {
  debug(message?: unknown): void;
  info(message?: unknown): void;
  warn(message?: unknown): void;
  error(message?: unknown): void;
}

export interface GenerationOptions {
  schemaHash: string;
  supergraph: string;
  /** Makes what calls one slice; asked once for every slice in the supergraph. */
  dataSource: (slice: string) => GraphQLDataSource;
  logger: ApolloLogger;
}

/**
 * What is built from one schema set: an Apollo gateway and server that never change. Building it takes some
 * 40-350 ms of the event loop, so nobody's request should wait for it. `ApolloGateway`'s own update would
 * break the operations in flight: hence a generation per schema, swapped as a whole.
 */
export interface Generation {
  schemaHash: string;
  schema: GraphQLSchema;
  server: ApolloServer<OperationContext>;
  /** Ends it; operations still running on it fail, so count them first. */
  stop(): Promise<void>;
}

export async function buildGeneration(options: GenerationOptions): Promise<Generation> {
  const documents = new OperationStore<DocumentNode>(STORED_OPERATIONS);
  const plans = new OperationStore<QueryPlan>(STORED_OPERATIONS);
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    buildService: ({ name }) => options.dataSource(name),
    queryPlannerConfig: { cache: plans },
    validateSupergraph: false,
    logger: options.logger,
  });
  const server = new ApolloServer<OperationContext>({
    gateway,
    documentStore: documents,
    persistedQueries: false,
    // Ad-hoc documents are refused before they come here, except from developers: they may introspect.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: false,
    formatError: maskBugs(options.logger),
    plugins: plugins(),
    logger: options.logger,
  });
  await server.start();
  if (!gateway.schema) throw new Error("The gateway has no schema although it has started");
  const stop = () => stopGeneration(server, documents, plans);
  return { schemaHash: options.schemaHash, schema: gateway.schema, server, stop };
}

/** Apollo changes the list it is given, so every server gets its own. */
function plugins(): ApolloServerPlugin<OperationContext>[] {
  return [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginCacheControlDisabled(),
    collapseUnavailable,
    noteFaults,
    legacyStatus,
  ];
}

async function stopGeneration(
  server: ApolloServer<OperationContext>,
  documents: OperationStore<DocumentNode>,
  plans: OperationStore<QueryPlan>,
): Promise<void> {
  await server.stop();
  documents.clear();
  plans.clear();
}
