import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce, createSigner, seedLive, waitUntilServed } from "@sliceway/cli";
import { startPostgres } from "@sliceway/postgres";
import { prepareTestHome } from "@sliceway/postgres/testing";
import type { Deployment, Release } from "@sliceway/protocol";
import type { DeploymentManner, RegistryClient } from "@sliceway/protocol/client";
import { type ChildRecord, listChildren, type OnEntry, startPlatform } from "@sliceway/runtime";
import { createLogger } from "@sliceway/service-kit";
import { begin, makeLive } from "./make-live.ts";
import { buildsDir, listSliceDirs, projectDir } from "./project.ts";

export interface DevEnvOptions {
  /** Told of every line that a process writes. */
  onEntry?: OnEntry;
  /** What is live at first, one release of every slice and of the shell; else what the working tree gives. */
  releases?: Release[];
  /** Loads the demo network. */
  demoNetwork?: boolean;
  /** RabbitMQ for the events; without it they travel through PostgreSQL. Nobody else may use its virtual host. */
  amqpUrl?: string | undefined;
  /** Commits wait for the disk, as in production: for what measures times. Default false. */
  durable?: boolean;
  /** Settings for registry and gateway: `{ MEMORY_BUDGET_MB: "256" }`. */
  settings?: Record<string, string>;
}

/** The whole platform on free ports, in a home of its own. Disposing stops it and removes the home. */
export interface DevEnv extends AsyncDisposable {
  home: string;
  gatewayUrl: string;
  registryUrl: string;
  /** May publish, deploy and route. */
  registry: RegistryClient;
  /** What was made live at first. */
  releases: Release[];
  deploy(...releases: Release[]): Promise<Deployment>;
  /** Begins to let visitors have releases; resolves as soon as it has begun. */
  begin(manner: DeploymentManner, ...releases: Release[]): Promise<Deployment>;
  /** Opens a preview. */
  preview(name: string, ...releases: Release[]): Promise<Deployment>;
  /** The platform's processes that run now, without PostgreSQL; a slice's server is named by its release. */
  children(): ChildRecord[];
  /** Pids of the servers of a slice's releases that run now. */
  serversOf(slice: string): number[];
  /** An administrator's URL of a database: a slice's, `registry` or `events`. */
  databaseUrl(name: string): string;
}

/** Builds what has changed since the last time, starts the platform and makes all slices live. */
export async function startDevEnv(options: DevEnvOptions = {}): Promise<DevEnv> {
  const { onEntry, amqpUrl = "", demoNetwork = false, durable = false } = options;
  const settings = { AMQP_URL: amqpUrl, ...options.settings };
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), "sliceway-home-"));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const releases = options.releases ?? (await buildTree());
  const log = createLogger({ name: "postgres", level: "silent" });
  await prepareTestHome(home, { durable });
  const { adminUrl } = stack.use(await startPostgres({ home, log }));
  const ports = { gateway: 0, registry: 0 };
  const told = { ...(onEntry && { onEntry }), settings };
  const platform = stack.use(await startPlatform({ home, ports, databaseAdminUrl: adminUrl, ...told }));
  const { registry, gatewayUrl, registryUrl } = platform;
  const sign = createSigner({ home: platform.paths, registry, isAdministrator: true });
  const publisher = { registry, sign };
  const deployment = await makeLive(publisher, releases);
  if (deployment.state === "failed") throw new Error(JSON.stringify(deployment.problems, null, 2));
  await waitUntilServed(platform, AbortSignal.timeout(60_000));
  if (demoNetwork) await seedLive(platform);
  const children = () => listChildren(platform.paths.run);
  const opened = stack.move();
  return {
    home,
    gatewayUrl,
    registryUrl,
    registry,
    releases,
    deploy: (...changed) => makeLive(publisher, changed),
    begin: (manner, ...changed) => begin(publisher, changed, manner),
    preview: (name, ...shown) => makeLive(publisher, shown, { preview: { name } }),
    children,
    serversOf: (slice) => children().flatMap(({ name, pid }) => (name.startsWith(`${slice}@`) ? [pid] : [])),
    databaseUrl: (name) => Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function buildTree(): Promise<Release[]> {
  const releases: Release[] = [];
  for (const sliceDir of await listSliceDirs()) {
    releases.push(await buildOnce({ projectDir, sliceDir, releasesDir: buildsDir }));
  }
  return releases;
}
