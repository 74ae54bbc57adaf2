import type { RuntimeContext } from "../context.ts";
import { openGatewayKey } from "../home/secrets.ts";
import { findPort } from "../ports/free-port.ts";
import { holdPort } from "../ports/hold-port.ts";
import { type Service, startService } from "./start-service.ts";

/** Of its one socket: it accepts one connection of each in a turn of its event loop. */
const DESCRIPTORS = 32;

export interface Gateway extends AsyncDisposable {
  /** Resolves when it serves the live vector for the first time; rejects with `SERVICE_FAILED` if it cannot start. */
  ready: Promise<void>;
  /**
   * Starts another one, from the code as it lies there now, beside the one that runs; when it is ready the old one
   * leaves. No request fails by it. Resolves when the old one has gone. Rejects with `SERVICE_FAILED` if the new one
   * does not start; then the old one goes on.
   */
  replace(): Promise<void>;
}

/** Starts the gateway. It serves what it remembers until the registry can be asked. */
export async function startGateway(context: RuntimeContext): Promise<Gateway> {
  const { ports, commands, children, log } = context;
  const env = await gatewayEnv(context);
  const held = holdPort(ports.gateway, "GATEWAY_PORT");
  const prepare = async () => {
    const port = await findPort();
    const settings = { LISTEN_FDS: String(DESCRIPTORS), HEALTH_PORT: String(port) };
    return { port, env: { ...env, ...settings }, fds: Array.from({ length: DESCRIPTORS }, () => held.fd) };
  };
  const start = () => startService({ name: "gateway", command: commands.gateway, prepare, children, log });
  let current = start();
  let replacing: Promise<void> | undefined;
  const running = new Set<Service>([current]);

  const replace = async () => {
    const [old, next] = [current, start()];
    running.add(next);
    try {
      await next.ready;
    } catch (error) {
      running.delete(next);
      await next[Symbol.asyncDispose]();
      throw error;
    }
    current = next;
    await old.leave();
    running.delete(old);
    log.info("a new gateway has taken over");
  };

  return {
    ready: current.ready,
    replace: () => {
      replacing ??= replace().finally(() => {
        replacing = undefined;
      });
      return replacing;
    },
    [Symbol.asyncDispose]: async () => {
      // First, so that nobody is let in whom no gateway answers any more.
      held[Symbol.dispose]();
      await Promise.all([...running].map((service) => service[Symbol.asyncDispose]()));
    },
  };
}

async function gatewayEnv({ paths, secrets, ports, registryUrl, inherited }: RuntimeContext) {
  return {
    ...inherited.all,
    ...inherited.gateway,
    APOLLO_TELEMETRY_DISABLED: "true",
    GATEWAY_PORT: String(ports.gateway),
    HOST: "127.0.0.1",
    REGISTRY_URL: registryUrl,
    RELEASES_DIR: paths.releases,
    SERVICE_TOKEN: secrets.serviceToken,
    STATE_DIR: paths.gatewayState,
    GATEWAY_KEY_FILE: await openGatewayKey(paths),
    // Whoever reaches 127.0.0.1 is at this machine.
    LOCAL_EXPLORER: "true",
  };
}
