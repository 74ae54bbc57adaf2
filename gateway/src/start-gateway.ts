import { type HttpServer, type Logger, startHttp } from "@sliceway/service-kit";
import type { GatewayConfig } from "./config.ts";
import { createContext } from "./context.ts";
import { createApp } from "./create-app.ts";
import { readGatewayId } from "./gateway-id.ts";
import { prepareStateDir } from "./prepare-state-dir.ts";
import { registerKey } from "./register-key.ts";
import { followRegistry } from "./routing/follow-registry.ts";
import { reportToRegistry } from "./routing/report-to-registry.ts";
import { startHealthServer } from "./start-health-server.ts";

/** Vectors that could not be fetched are tried again so often. */
const PREPARE_EVERY_MS = 2000;

/**
 * Serves from what was known at the last stop, and from then on by what the registry says. Nothing else has
 * to be up. Unwinding `stack` answers what is in flight and stops.
 */
export async function startGateway(
  config: GatewayConfig,
  stack: AsyncDisposableStack,
  log: Logger,
): Promise<HttpServer> {
  await prepareStateDir(config.stateDir);
  const context = await createContext(config, stack, log);
  const { platform, registry, health, key } = context;
  const gatewayId = await readGatewayId(config.stateDir);
  await platform.restore();
  const reports = stack.use(reportToRegistry({ ...context, gatewayId }));
  platform.onReady = () => reports.send();
  // Nobody waits for them when the gateway stops.
  const preparing = setInterval(() => void platform.prepare(), PREPARE_EVERY_MS);
  stack.defer(() => clearInterval(preparing));
  stack.use(followRegistry(registry, platform, log));
  stack.use(registerKey(registry, key, log));
  const { host, port, listenFds: fds, healthPort } = config;
  const http = stack.use(
    await startHttp(createApp(context), { host, port, fds, health, setting: "GATEWAY_PORT" }),
  );
  if (healthPort !== undefined) stack.use(await startHealthServer(context, healthPort));
  log.info({ url: http.url, vector: platform.live?.id ?? null }, "ready");
  return http;
}
