import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { expressMiddleware } from "@as-integrations/express5";
import type { Instance } from "@sliceway/protocol";
import { type Express, default as express, type RequestHandler, type Response } from "express";
import { parse } from "graphql";
import { decodeJwt } from "jose";
import { federated } from "./make-vector.ts";

/** What a resolver of a test's slice may see of the call. */
export interface SliceContext {
  /** Claims of the gateway's token, not verified. */
  claims: Record<string, unknown>;
  headers: Record<string, string | string[] | undefined>;
  response: Response;
}

type Resolver = (
  parent: Record<string, unknown>,
  args: Record<string, unknown>,
  context: SliceContext,
) => unknown;

export interface SliceOptions {
  slice: string;
  release: string;
  schema: string;
  resolvers: Record<string, Record<string, Resolver>>;
  /** Routes beside GraphQL. */
  routes?: (app: Express) => void;
  /** Stands before everything. */
  before?: RequestHandler;
  port?: number;
}

/** A real subgraph server of one release. */
export interface RunningSlice extends AsyncDisposable {
  instance: Instance;
  port: number;
  /** GraphQL calls that have arrived. */
  calls: number;
}

export async function startSlice(options: SliceOptions): Promise<RunningSlice> {
  const { slice, release, schema, resolvers, port = 0 } = options;
  const apollo = new ApolloServer<SliceContext>({
    schema: buildSubgraphSchema([{ typeDefs: parse(federated(schema)), resolvers }]),
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  await apollo.start();
  const app = express();
  if (options.before) app.use(options.before);
  app.use(express.json());
  options.routes?.(app);
  const running = { calls: 0 };
  app.use(
    "/graphql",
    (_request, _response, next) => {
      running.calls += 1;
      next();
    },
    expressMiddleware(apollo, { context: async ({ req, res }) => readContext(req.headers, res) }),
  );
  const server = await listen(app, port);
  const address = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}`;
  return Object.assign(running, {
    port: address.port,
    instance: {
      id: `${slice}-${release}-${address.port}`,
      slice,
      release,
      url,
      epoch: 1,
      state: "ready" as const,
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      await apollo.stop();
    },
  });
}

function readContext(headers: SliceContext["headers"], response: Response): SliceContext {
  const token = String(headers.authorization).replace("Bearer ", "");
  return { claims: decodeJwt(token), headers, response };
}

async function listen(app: Express, port: number): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
