import { fileURLToPath } from "node:url";
import { openGatewayKey } from "../home/secrets.ts";
import type { Foundation } from "../lay-foundation.ts";
import { type Service, startService } from "./start-service.ts";

const registryMain = fileURLToPath(new URL("../../../registry/src/main.ts", import.meta.url));
const gatewayMain = fileURLToPath(new URL("../../../../gateway/src/main.ts", import.meta.url));

/** Starts the gateway. It serves what it remembers until the registry can be asked. */
export async function startGateway(foundation: Foundation): Promise<Service> {
  const { paths, secrets, ports, registryUrl, house, inherited, log } = foundation;
  const env = {
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
  return startService({ name: "gateway", main: gatewayMain, port: ports.gateway, env, house, log });
}

/** Starts the registry on its database. */
export function startRegistry(foundation: Foundation, databaseUrl: string): Service {
  const { paths, secrets, ports, house, inherited, log } = foundation;
  const env = {
    ...inherited.all,
    ...inherited.registry,
    REGISTRY_PORT: String(ports.registry),
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    RELEASES_DIR: paths.releases,
    DEPLOY_TOKEN: secrets.deployToken,
    SERVICE_TOKEN: secrets.serviceToken,
  };
  return startService({ name: "registry", main: registryMain, port: ports.registry, env, house, log });
}
