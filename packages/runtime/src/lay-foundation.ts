import { createLogger, type Logger } from "@sliceway/service-kit";
import { type InheritedEnv, readInheritedEnv } from "./config.ts";
import { claimHome } from "./home/claim-home.ts";
import type { HomePaths } from "./home/home-paths.ts";
import { prepareHome } from "./home/prepare-home.ts";
import { ensureSecrets, type Secrets } from "./home/secrets.ts";
import { openLogBook } from "./log/log-book.ts";
import { choosePort, requireFree } from "./ports/choose-port.ts";
import { endOrphans } from "./process/end-orphans.ts";
import type { ChildHouse } from "./process/run-child.ts";
import type { PlatformOptions } from "./start-platform.ts";

/** What everything else stands on. */
export interface Foundation {
  projectDir: string;
  paths: HomePaths;
  secrets: Secrets;
  ports: { gateway: number; registry: number };
  registryUrl: string;
  /** As people open it. */
  gatewayUrl: string;
  house: ChildHouse;
  inherited: InheritedEnv;
  log: Logger;
}

/** Takes the home and the ports, and clears away what a killed run left. What must be closed goes on `stack`. */
export async function layFoundation(
  { home, projectDir, ports: asked, onEntry }: PlatformOptions,
  stack: AsyncDisposableStack,
): Promise<Foundation> {
  const paths = await prepareHome(home);
  const ports = { gateway: await choosePort(asked.gateway), registry: await choosePort(asked.registry) };
  const registryUrl = `http://127.0.0.1:${ports.registry}`;
  const gatewayUrl = `http://localhost:${ports.gateway}`;
  stack.use(await claimHome(paths, { registryUrl, gatewayUrl }));

  const logs = stack.use(openLogBook(paths.logs, onEntry));
  const log = createLogger({
    name: "runtime",
    destination: { write: (line) => void logs.write("runtime", line.trimEnd()) },
  });
  const orphans = await endOrphans(paths.run);
  if (orphans.length > 0) log.warn({ ended: orphans.map(({ name }) => name) }, "an earlier run was killed");
  // Only now: an orphan may have held them.
  await requireFree(ports.gateway, "GATEWAY_PORT");
  await requireFree(ports.registry, "REGISTRY_PORT");

  const [secrets, inherited] = [await ensureSecrets(paths), readInheritedEnv()];
  return {
    projectDir,
    paths,
    secrets,
    ports,
    registryUrl,
    gatewayUrl,
    house: { runDir: paths.run, logs },
    inherited,
    log,
  };
}
