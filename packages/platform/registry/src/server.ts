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
import { deleteExpiredLeases } from "./db/leases.ts";
import type { Tables } from "./db/tables.ts";
import { deleteOldTraffic } from "./db/traffic.ts";
import { createApp } from "./http/create-app.ts";
import { advanceDeployments } from "./operations/advance-deployments.ts";
import { endSilentDevSessions } from "./operations/end-dev-session.ts";
import { moveOldPages } from "./operations/move-old-pages.ts";
import { retireDeployments } from "./operations/retire-deployments.ts";
import { scheduleContractions } from "./operations/schedule-contractions.ts";
import { publishState } from "./watch/publish-state.ts";
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
  const pulse = stack.use(startPulse(() => beat(context), BEAT_MS, log));
  stack.use(startListening(config.databaseUrl, pulse.wake, log));
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

function databaseOptions({ databaseUrl: url }: RegistryConfig) {
  return { url, name: "registry", statementTimeoutMs: STATEMENT_MS };
}

/** The registry's regular work: whatever waits for a fact or for the clock goes on, and watchers hear of it. */
async function beat(context: Context): Promise<void> {
  await deleteExpiredLeases(context.db, context.now());
  await endSilentDevSessions(context);
  await advanceDeployments(context);
  await moveOldPages(context);
  await scheduleContractions(context);
  await publishState(context);
  await retireDeployments(context);
}
