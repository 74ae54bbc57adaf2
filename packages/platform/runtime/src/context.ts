import { join } from "node:path";
import { createLogger, type Logger } from "@sliceway/service-kit";
import { type InheritedEnv, readInheritedEnv } from "./config.ts";
import { claimHome } from "./home/claim-home.ts";
import type { HomePaths } from "./home/home-paths.ts";
import { prepareHome } from "./home/prepare-home.ts";
import { openSecrets, type Secrets } from "./home/secrets.ts";
import { openLogBook } from "./log/log-book.ts";
import type { PlatformOptions } from "./platform-options.ts";
import { choosePort, requireFree } from "./ports/choose-port.ts";
import { endChildrenOnExit } from "./process/end-children-on-exit.ts";
import { endOrphans } from "./process/end-orphans.ts";
import type { ChildContext } from "./process/run-child.ts";
import { commandOf, type ServiceCommands } from "./services/find-command.ts";

/** What every part of a running platform works with. */
export interface RuntimeContext {
  paths: HomePaths;
  secrets: Secrets;
  ports: { gateway: number; registry: number };
  /** How registry and gateway are run. */
  commands: ServiceCommands;
  registryUrl: string;
  /** As people open it. */
  gatewayUrl: string;
  children: ChildContext;
  inherited: InheritedEnv;
  log: Logger;
}

/** Takes the home and the ports, and clears away what a killed run left. What must be closed goes on `stack`. */
export async function createContext(
  { home, ports: asked, onEntry = () => {}, killSignal, settings, commands: given }: PlatformOptions,
  stack: AsyncDisposableStack,
): Promise<RuntimeContext> {
  const paths = await prepareHome(home);
  const ports = { gateway: await choosePort(asked.gateway), registry: await choosePort(asked.registry) };
  const registryUrl = `http://127.0.0.1:${ports.registry}`;
  const gatewayUrl = `http://localhost:${ports.gateway}`;
  stack.use(await claimHome(paths, { registryUrl, gatewayUrl }));

  const logs = stack.use(openLogBook(paths.logs, onEntry));
  const destination = { write: (line: string) => void logs.write("runtime", line.trimEnd()) };
  const inherited = readInheritedEnv(join(paths.state, "compiled"), settings);
  const log = createLogger({ name: "runtime", level: inherited.all.LOG_LEVEL ?? "info", destination });
  const orphans = (await endOrphans(paths.run)).map(({ name }) => name);
  if (orphans.length > 0) log.warn({ orphans }, "ended what an earlier run had left behind");
  // Only now: an orphan may have held them.
  await requireFree(ports.gateway, "GATEWAY_PORT");
  await requireFree(ports.registry, "REGISTRY_PORT");

  const secrets = await openSecrets(paths);
  const children = { runDir: paths.run, logs, killed: killSignal ?? new AbortController().signal };
  const commands = {
    gateway: given?.gateway ?? commandOf("@sliceway/gateway"),
    registry: given?.registry ?? commandOf("@sliceway/registry"),
  };
  stack.use(endChildrenOnExit(paths.run));
  return { paths, secrets, ports, commands, registryUrl, gatewayUrl, children, inherited, log };
}
