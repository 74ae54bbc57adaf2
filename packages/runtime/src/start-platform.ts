import type { ReleaseRef } from "@sliceway/manifest";
import { createRegistryClient, type RegistryClient } from "@sliceway/registry/client";
import type { HomePaths } from "./home/home-paths.ts";
import type { InstancePlace } from "./instances/instance-command.ts";
import { runRelease } from "./instances/run-release.ts";
import { seedRelease } from "./instances/seed-release.ts";
import { createSliceDatabases } from "./instances/slice-databases.ts";
import { startReconciler } from "./instances/start-reconciler.ts";
import { createWantedStore } from "./instances/wanted-store.ts";
import { type Foundation, layFoundation } from "./lay-foundation.ts";
import type { OnEntry } from "./log/log-book.ts";
import { createPortPreference } from "./ports/slice-ports.ts";
import { type PlatformDatabases, prepareDatabases } from "./services/prepare-databases.ts";
import { startGateway, startRegistry } from "./services/services.ts";
import { startDatabase } from "./services/start-database.ts";

export interface PlatformOptions {
  /** Where everything is kept: `.sliceway`. Made if need be. */
  home: string;
  /** The folder with `gateway/` and `packages/`. */
  projectDir: string;
  /** 0 takes any free port. Slice servers take theirs from 3010 on, or any. */
  ports: { gateway: number; registry: number; slices: "preferred" | "any" };
  /** An administrator's URL of a PostgreSQL 15 or later; without it one is started in the home. */
  databaseAdminUrl?: string | undefined;
  /** Told of each line that any process of the platform writes; `runtime` is our own name. */
  onEntry?: OnEntry;
}

/** Disposing stops everything in order, so that nothing that was taken on is left unanswered. */
export interface Platform extends AsyncDisposable {
  paths: HomePaths;
  gatewayUrl: string;
  /** May publish, deploy and route. */
  registry: RegistryClient;
  /** Resolves when the gateway serves the live vector; rejects with `SERVICE_FAILED` if it cannot start. */
  gatewayReady: Promise<void>;
  /** Runs the release's `seed` command; resolves to whether it has one. Throws `SEED_FAILED`. */
  seed(release: ReleaseRef): Promise<boolean>;
  /** Ends all child processes at once. Dispose afterwards. */
  kill(): void;
}

/**
 * Starts the platform in a home: database, registry, gateway, and a server for each release that the registry wants.
 * Resolves when the registry is ready. Ends what an earlier, killed run left behind.
 *
 * Throws SlicewayError: `HOME_UNWRITABLE`, `ALREADY_RUNNING`, `PORT_TAKEN`, `DATABASE_UNREACHABLE`,
 * `DATABASE_TOO_OLD`, `SERVICE_FAILED`, and what `startPostgres` throws.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  await using stack = new AsyncDisposableStack();
  const foundation = await layFoundation(options, stack);
  const { paths, secrets, log } = foundation;

  // The gateway needs nothing but its own memory, so it comes up while the database does.
  const gateway = stack.use(startGateway(foundation));
  const { adminUrl } = stack.use(await startDatabase(paths.home, options.databaseAdminUrl, log));
  const databases = await prepareDatabases(adminUrl, secrets, log);
  const registry = stack.use(startRegistry(foundation, databases.registryUrl));

  const place = instancePlace(foundation, { ...databases, adminUrl }, options.ports.slices);
  const store = createWantedStore(paths.state);
  const reconciler = stack.use(
    await startReconciler({ registry: place.registry, store, run: (ref) => runRelease(ref, place), log }),
  );
  // It ends first: what it has taken on needs the slice servers.
  stack.use(gateway);
  await registry.ready;

  const opened = stack.move();
  return {
    paths,
    gatewayUrl: foundation.gatewayUrl,
    registry: createRegistryClient({ url: foundation.registryUrl, token: secrets.deployToken }),
    gatewayReady: gateway.ready,
    seed: (ref) => seedRelease(ref, place),
    kill: () => {
      for (const child of [gateway, registry, reconciler]) child.kill();
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

function instancePlace(
  { paths, house, registryUrl, secrets, inherited, log }: Foundation,
  { adminUrl, eventsUrl }: PlatformDatabases & { adminUrl: string },
  ports: PlatformOptions["ports"]["slices"],
): InstancePlace {
  const { serviceToken } = secrets;
  return {
    paths,
    house,
    databases: createSliceDatabases(adminUrl, eventsUrl, secrets),
    registry: createRegistryClient({ url: registryUrl, token: serviceToken }),
    registryUrl,
    serviceToken,
    inheritedEnv: inherited.all,
    preferredPorts: ports === "any" ? () => [] : createPortPreference(),
    log,
  };
}
