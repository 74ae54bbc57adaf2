import { fileURLToPath } from "node:url";
import { prepareEventsDatabase } from "@sliceway/events";
import { provisionDatabase, startPostgres } from "@sliceway/postgres";
import { createRegistryClient, type RegistryClient } from "@sliceway/registry/client";
import type { Logger } from "@sliceway/service-kit";
import { type Home, openHome } from "./home/open-home.ts";
import { claimPlatform } from "./home/platform-file.ts";
import { openGatewayKey, openSecrets, passwordOf, type Secrets } from "./home/secrets.ts";
import { endOrphans } from "./process/end-orphans.ts";
import type { RenderedLine } from "./process/render-line.ts";
import { openLogBook } from "./process/write-log.ts";
import { runService } from "./services/run-service.ts";
import { untilReady } from "./services/until-ready.ts";
import { createPortChooser } from "./slices/choose-port.ts";
import { type Follower, followWanted } from "./slices/follow-wanted.ts";
import { createSliceDatabases, type SliceDatabase } from "./slices/slice-databases.ts";

export interface PlatformOptions {
  /** `.sliceway` */
  homeDir: string;
  ports: { gateway: number; registry: number };
  /** An administrator's URL of a PostgreSQL of one's own; without it one is started from the home. */
  databaseUrl?: string | undefined;
  /** A readable line of any process. */
  onLine: (line: RenderedLine) => void;
  /** What is being done. */
  onStep?: (text: string) => void;
  log: Logger;
  signal: AbortSignal;
}

export interface Platform extends AsyncDisposable {
  home: Home;
  secrets: Secrets;
  gatewayUrl: string;
  registryUrl: string;
  /** With the right to publish and to change routing. */
  registry: RegistryClient;
  follower: Follower;
  databaseOf(slice: string): Promise<SliceDatabase>;
  logLineOf(name: string): (line: string) => void;
}

const registryEntry = fileURLToPath(new URL("../../registry/src/main.ts", import.meta.url));
const gatewayEntry = fileURLToPath(new URL("../../../gateway/src/main.ts", import.meta.url));

/**
 * Starts PostgreSQL, the registry, the gateway and a server for each release that the registry wants, and keeps them
 * running. Resolves when registry and gateway listen; what is wanted goes on starting. Disposing stops all in order:
 * gateway, slices, registry, PostgreSQL. Throws SlicewayError: `HOME_UNWRITABLE`, `ALREADY_RUNNING`, `PORT_TAKEN` and
 * those of `startPostgres`.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { log, signal, ports, onStep = () => {} } = options;
  await using stack = new AsyncDisposableStack();
  const home = await openHome(options.homeDir);
  const registryUrl = `http://127.0.0.1:${ports.registry}`;
  const gatewayUrl = `http://localhost:${ports.gateway}`;
  stack.use(await claimPlatform(home, { registryUrl, gatewayUrl }));
  await endOrphans(home.runDir, log);
  const secrets = await openSecrets(home);

  onStep("starting PostgreSQL");
  const adminUrl = options.databaseUrl ?? stack.use(await startPostgres({ home: home.dir, log })).adminUrl;
  const databaseUrl = await prepareDatabases(home, secrets, adminUrl, log);

  onStep("starting registry and gateway");
  const logBook = stack.use(openLogBook(home.logsDir, options.onLine));
  const service = { runDir: home.runDir, logBook, log };
  stack.use(
    await runService({
      ...service,
      name: "registry",
      entry: registryEntry,
      port: ports.registry,
      portSetting: "REGISTRY_PORT",
      env: {
        DATABASE_URL: databaseUrl,
        RELEASES_DIR: home.releasesDir,
        DEPLOY_TOKEN: secrets.deployToken,
        SERVICE_TOKEN: secrets.serviceToken,
      },
    }),
  );
  const { deployToken, serviceToken } = secrets;
  const databases = createSliceDatabases({ home, secrets, adminUrl });
  const follower = stack.use(
    followWanted({
      home,
      registry: createRegistryClient({ url: registryUrl, token: serviceToken }),
      registryUrl,
      serviceToken,
      databases,
      ports: createPortChooser(),
      logBook,
      log,
    }),
  );
  stack.use(
    await runService({
      ...service,
      name: "gateway",
      entry: gatewayEntry,
      port: ports.gateway,
      portSetting: "GATEWAY_PORT",
      env: {
        APOLLO_TELEMETRY_DISABLED: "true",
        REGISTRY_URL: registryUrl,
        RELEASES_DIR: home.releasesDir,
        SERVICE_TOKEN: secrets.serviceToken,
        STATE_DIR: home.gatewayStateDir,
        GATEWAY_KEY_FILE: await openGatewayKey(home),
        LOCAL_EXPLORER: "true",
      },
    }),
  );
  await untilReady(registryUrl, signal);
  const opened = stack.move();
  return {
    home,
    secrets,
    gatewayUrl,
    registryUrl,
    registry: createRegistryClient({ url: registryUrl, token: deployToken }),
    follower,
    databaseOf: (slice) => databases.open(slice),
    logLineOf: (name) => logBook.open(name),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** The platform's own databases. Returns the registry's URL. */
async function prepareDatabases(
  home: Home,
  secrets: Secrets,
  adminUrl: string,
  log: Logger,
): Promise<string> {
  const own = async (name: string) =>
    provisionDatabase(adminUrl, { name, password: await passwordOf(home, secrets, name) });
  await prepareEventsDatabase(await own("events"), log);
  return own("registry");
}
