import { createEventMetrics } from "@sliceway/events";
import { createRegistryClient } from "@sliceway/protocol/client";
import { createHealth, createMetrics, type Logger, openDatabase, startHttp } from "@sliceway/service-kit";
import { openKeys } from "./auth/open-keys.ts";
import { checkDatabase } from "./check-database.ts";
import type { SliceConfig } from "./config.ts";
import { createApp } from "./create-app.ts";
import { createService } from "./create-service.ts";
import { startApollo } from "./graphql/start-apollo.ts";
import { holdLease } from "./hold-lease.ts";
import { createFingerprint } from "./mutation/fingerprint.ts";
import type { RequestContext } from "./request-context.ts";
import type { SliceDefinition } from "./slice-definition.ts";
import { startLiveWork } from "./start-live-work.ts";
import { whileLive } from "./while-live.ts";

/** How long requests are still taken after gateways were asked to send none: the time for them to hear it. */
const LINGER_MS = 300;

/** Disposing drains: no new requests, those in flight answered, events stopped, lease and connections given back. */
export interface SliceServer extends AsyncDisposable {
  /** `http://127.0.0.1:3010`; GraphQL is at `/graphql`. */
  url: string;
}

/** Starts a slice's server. Needs neither the registry nor the database to be up; it is ready when they are. */
export async function startSliceServer<DB, Events, Context extends RequestContext<DB, Events>>(
  definition: SliceDefinition<DB, Events, Context>,
  config: SliceConfig,
  log: Logger,
): Promise<SliceServer> {
  await using stack = new AsyncDisposableStack();
  const { db } = stack.use(openDatabase<DB>({ url: config.databaseUrl, name: config.slice }, log));
  const registry = createRegistryClient({ url: config.registryUrl, token: config.serviceToken });
  const keys = stack.use(
    await openKeys({ fetchKeys: () => registry.getKeys(), cacheFile: config.keysCache, log }),
  );
  const metrics = createMetrics(config.slice);
  const shared = { definition, config, db, metrics: createEventMetrics(metrics.register), log };
  const liveWork = stack.use(whileLive((liveSince) => startLiveWork({ ...shared, liveSince })));

  const service = createService<DB, Events>(definition, { slice: config.slice, db, log });
  const identity = definition.identity?.(service);
  const apollo = await startApollo<DB, Events, Context>({
    definition,
    service,
    schemaFile: config.schemaFile,
    fingerprint: createFingerprint(config.serviceToken, config.slice),
  });
  stack.defer(() => apollo.stop());
  const health = createHealth();
  const checkReady = () => checkDatabase(db, config.migrationsDir);
  health.addCheck("database", checkReady);
  const app = createApp({ definition, service, identity, apollo, getKey: keys.getKey, health, metrics });

  const { host, port } = config;
  const http = await startHttp(app, { host, port, health, lingerMs: LINGER_MS });
  const lease = stack.use(
    holdLease({ registry, config, url: http.url, checkReady, onLive: liveWork.setLive, log }),
  );
  stack.use(http);
  stack.defer(() => lease.drain());

  log.info({ url: http.url, release: config.release }, "serving");
  const opened = stack.move();
  return { url: http.url, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
