import { checkRabbitmq, startPruning } from "@sliceway/events";
import type { RegistryState, ReleaseRef } from "@sliceway/protocol";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { readAmqpUrl, readEventsRetentionDays } from "./config.ts";
import { createContext } from "./context.ts";
import type { HomePaths } from "./home/home-paths.ts";
import { tellDatabase } from "./home/platform-file.ts";
import type { Contraction } from "./instances/due-migrations.ts";
import { createInstanceContext } from "./instances/instance-context.ts";
import { runContraction } from "./instances/run-contraction.ts";
import { runIsolated } from "./instances/run-isolated.ts";
import { runRelease } from "./instances/run-release.ts";
import { seedRelease } from "./instances/seed-release.ts";
import { readServerName } from "./instances/server-name.ts";
import { startReconciler } from "./instances/start-reconciler.ts";
import { createWantedStore } from "./instances/wanted-store.ts";
import type { PlatformOptions } from "./platform-options.ts";
import { prepareDatabases } from "./services/prepare-databases.ts";
import { startDatabase } from "./services/start-database.ts";
import { startGateway } from "./services/start-gateway.ts";
import { startRegistry } from "./services/start-registry.ts";
import type { Service } from "./services/start-service.ts";

/** Disposing stops everything in order, so that nothing that was taken on is left unanswered. */
export interface Platform extends AsyncDisposable {
  paths: HomePaths;
  gatewayUrl: string;
  registryUrl: string;
  /** What events travel through. */
  transport: "PostgreSQL" | "RabbitMQ";
  /** May publish, deploy and route. */
  registry: RegistryClient;
  /** Resolves when the gateway serves the live vector; rejects with `SERVICE_FAILED` if it cannot start. */
  gatewayReady: Promise<void>;
  /**
   * Puts a gateway, from the code as it lies there now, in the place of the one that runs; no request fails by it.
   * Resolves when the old one has gone. Throws `SERVICE_FAILED` if the new one does not start; then the old one goes on.
   */
  replaceGateway(): Promise<void>;
  /** Resolves with the first state of the registry, from now on, that `test` holds for. */
  until(test: (state: RegistryState) => boolean, signal: AbortSignal): Promise<RegistryState>;
  /** Runs the release's `seed` command; resolves to whether it has one. Throws `SEED_FAILED`. */
  seed(release: ReleaseRef): Promise<boolean>;
}

/**
 * Starts the platform in a home: database, registry, gateway, and a server for each release that the registry wants.
 * Resolves when the registry is ready. Ends what an earlier, killed run left behind.
 *
 * Throws SlicewayError: `SETTING_INVALID`, `BROKER_UNREACHABLE`, `HOME_UNWRITABLE`, `ALREADY_RUNNING`, `PORT_TAKEN`,
 * `DATABASE_UNREACHABLE`, `DATABASE_TOO_OLD`, `SERVICE_FAILED`, and what `startPostgres` throws.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const retentionDays = readEventsRetentionDays(options.settings);
  const amqpUrl = readAmqpUrl(options.settings);
  if (amqpUrl) await checkRabbitmq(amqpUrl);
  const broker = amqpUrl ? { amqpUrl, retentionDays } : undefined;
  await using stack = new AsyncDisposableStack();
  const context = await createContext(options, stack);
  const { paths, secrets, registryUrl, gatewayUrl, log } = context;

  // The gateway needs nothing but its own memory, so it comes up while the database does.
  const gateway = stack.use(await startGateway(context));
  const { adminUrl } = stack.use(await startDatabase(paths.home, options.databaseAdminUrl, log));
  const databases = await prepareDatabases(adminUrl, secrets, log);
  await tellDatabase(paths, adminUrl);
  if (retentionDays) stack.use(startPruning({ ownerUrl: databases.eventsUrl, days: retentionDays, log }));
  const registry = stack.use(startRegistry(context, databases.registryUrl));

  const instances = createInstanceContext(context, { ...databases, adminUrl, broker }, options);
  const run = (name: ReleaseRef) => {
    const { ref, isIsolated, database } = readServerName(name);
    return isIsolated ? runIsolated({ ref, database }, instances) : runRelease(ref, instances);
  };
  const store = createWantedStore(paths.state);
  const contract = (contraction: Contraction, signal: AbortSignal) =>
    runContraction(contraction, instances, signal);
  const { registry: watched, due } = instances;
  const reconciler = stack.use(await startReconciler({ registry: watched, store, run, due, contract, log }));
  // It ends first: what it has taken on needs the slice servers.
  stack.use(gateway);
  await untilReady(registry, options.signal);

  const opened = stack.move();
  return {
    paths,
    gatewayUrl,
    registryUrl,
    transport: broker ? "RabbitMQ" : "PostgreSQL",
    registry: createRegistryClient({ url: registryUrl, token: secrets.adminToken }),
    gatewayReady: gateway.ready,
    replaceGateway: () => gateway.replace(),
    until: (test, signal) => reconciler.until(test, signal),
    seed: (ref) => seedRelease(ref, instances),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function untilReady({ ready }: Service, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return ready;
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  await Promise.race([ready, stopped]).finally(() => signal.removeEventListener("abort", onAbort));
}
