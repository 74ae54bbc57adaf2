import { fileURLToPath } from "node:url";
import {
  createHealth,
  type HttpServer,
  type Logger,
  migrate,
  openDatabase,
  readMigrations,
  startHttp,
} from "@sliceway/service-kit";
import { sql } from "kysely";
import { startComposer } from "./compose/start-composer.ts";
import type { RegistryConfig } from "./config.ts";
import { type Context, createContext, type Overrides } from "./context.ts";
import type { Tables } from "./db/tables.ts";
import { deleteOldTraffic } from "./db/traffic.ts";
import { createApp } from "./http/create-app.ts";
import { beat } from "./reconciliation/beat.ts";
import { publishState } from "./reconciliation/publish-state.ts";
import { startListening } from "./watch/start-listening.ts";
import { startPulse } from "./watch/start-pulse.ts";

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));
/** Longer than any canary or page lives. */
const TRAFFIC_MS = 7 * 24 * 3_600_000;
/** Whoever moves the routing may have to wait for another who does, and that is better than to give up. */
const STATEMENT_MS = 5_000;
/** Leases end and deployments give up waiting by the clock, so somebody has to look at it. */
const BEAT_MS = 1_000;

/** Runs a registry until it is disposed. */
export async function startRegistry(
  config: RegistryConfig,
  log: Logger,
  overrides: Overrides = {},
): Promise<HttpServer> {
  await using stack = new AsyncDisposableStack();
  await migrate(config.databaseUrl, await readMigrations(MIGRATIONS), log);
  const { db } = stack.use(openDatabase<Tables>(databaseOptions(config), log));
  const composer = stack.use(startComposer());
  const context = await createContext(config, db, log, composer, overrides);
  await deleteOldTraffic(db, new Date(context.now().getTime() - TRAFFIC_MS));
  stack.use(startRegularWork(context));
  const health = createHealth();
  health.addCheck("database", async () => void (await sql`select 1`.execute(db)));
  const { host, port } = config;
  const http = stack.use(
    await startHttp(createApp(context, health), { host, port, health, setting: "REGISTRY_PORT" }),
  );
  log.info({ url: http.url }, "the registry is up");
  const open = stack.move();
  return { ...http, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** Watchers hear of a change at once, whatever else there is to do and however long it takes. */
function startRegularWork(context: Context): AsyncDisposable {
  const { config, log } = context;
  const stack = new AsyncDisposableStack();
  const working = stack.use(
    startPulse(() => beat(context), { name: "the registry's regular work", everyMs: BEAT_MS, log }),
  );
  const publishing = stack.use(
    startPulse(() => publishState(context), { name: "publishing the state", everyMs: BEAT_MS, log }),
  );
  const wake = () => {
    publishing.wake();
    working.wake();
  };
  stack.use(startListening(config.databaseUrl, wake, log));
  return stack;
}

function databaseOptions({ databaseUrl: url }: RegistryConfig) {
  return { url, name: "registry", statementTimeoutMs: STATEMENT_MS };
}
