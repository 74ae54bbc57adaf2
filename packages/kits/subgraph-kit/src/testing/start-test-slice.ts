import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { startTestCluster } from "@sliceway/events/testing";
import { createLogger, openDatabase } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { SliceConfig } from "../config.ts";
import type { RequestContext } from "../request-context.ts";
import { seedSlice } from "../seed-slice.ts";
import type { SliceDefinition } from "../slice-definition.ts";
import { startSliceServer } from "../start-slice-server.ts";
import { type Answer, askSlice } from "./ask-slice.ts";
import { type LoggedEvent, type LogTables, listLog } from "./list-log.ts";
import { type ForeignEvent, publishForeign } from "./publish-foreign.ts";
import { startTestRegistry, type TestRegistry } from "./start-test-registry.ts";
import { createTestGateway, type TestGateway, type TokenOptions } from "./test-gateway.ts";

export interface TestSliceOptions {
  /** Name of the slice. */
  slice: string;
  schemaFile: string;
  /** The slice's own migrations; those of the event tables come with it. */
  migrationsDir: string;
  /** Default `silent`. */
  logLevel?: string;
}

export interface QueryOptions extends TokenOptions {
  variables?: Record<string, unknown>;
  /** A repeat of a mutation has the key of the first call. */
  idempotencyKey?: string;
}

/** A slice's real server on a free port, with a PostgreSQL of its own. Disposing removes all of it. */
export interface TestSlice<DB> extends AsyncDisposable {
  url: string;
  config: SliceConfig;
  gateway: TestGateway;
  registry: TestRegistry;
  /** The slice's database, as its server sees it. */
  db: Kysely<DB>;
  /** Asks the server as a gateway would: over HTTP, with a signed token. `Data` is what the test asks for. */
  query<Data = Record<string, unknown>>(document: string, options?: QueryOptions): Promise<Answer<Data>>;
  /** Puts events of other slices into the log, in the order given. */
  publish(...events: ForeignEvent[]): Promise<void>;
  /** The log of all events, oldest first. */
  published(): Promise<LoggedEvent[]>;
  /** Runs the slice's seed command. */
  seed(): Promise<void>;
}

export async function startTestSlice<DB, Events, Context extends RequestContext<DB, Events>>(
  definition: SliceDefinition<DB, Events, Context>,
  { slice, schemaFile, migrationsDir, logLevel = "silent" }: TestSliceOptions,
): Promise<TestSlice<DB>> {
  await using stack = new AsyncDisposableStack();
  const log = createLogger({ name: slice, level: logLevel });
  const cluster = stack.use(await startTestCluster());
  const database = await cluster.addSlice(slice, migrationsDir);
  const gateway = await createTestGateway();
  const registry = stack.use(await startTestRegistry([gateway.publicKey]));
  const config: SliceConfig = {
    ...database,
    slice,
    schemaFile,
    release: "000000000000",
    instance: randomUUID(),
    host: "127.0.0.1",
    port: 0,
    registryUrl: registry.url,
    serviceToken: "test",
    keysCache: join(database.migrationsDir, "keys.json"),
  };
  const { db } = stack.use(openDatabase<DB>({ url: database.databaseUrl, name: "test" }, log));
  const eventLog = stack.use(openDatabase<LogTables>({ url: cluster.eventsOwnerUrl, name: "test" }, log));
  const { url } = stack.use(await startSliceServer(definition, config, log));
  const opened = stack.move();
  return {
    url,
    config,
    gateway,
    registry,
    db,
    query: async <Data>(query: string, { variables, idempotencyKey, ...token }: QueryOptions = {}) =>
      askSlice<Data>(url, await gateway.sign(slice, token), { query, variables }, idempotencyKey),
    publish: (...events) => publishForeign(cluster.eventsOwnerUrl, events),
    published: () => listLog(eventLog.db),
    seed: () => seedSlice(definition, config, log),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
