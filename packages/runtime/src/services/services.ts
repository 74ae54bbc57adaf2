import { join } from "node:path";
import type { Foundation } from "../lay-foundation.ts";
import { type Service, startService } from "./start-service.ts";

/** Starts the gateway. It serves what it remembers until the registry can be asked. */
export function startGateway(foundation: Foundation): Service {
  const { projectDir, paths, secrets, ports, registryUrl, house, inherited, log } = foundation;
  return startService({
    name: "gateway",
    main: join(projectDir, "gateway/src/main.ts"),
    cwd: projectDir,
    port: ports.gateway,
    env: {
      ...inherited.all,
      ...inherited.gateway,
      NODE_ENV: "production",
      APOLLO_TELEMETRY_DISABLED: "true",
      GATEWAY_PORT: String(ports.gateway),
      HOST: "127.0.0.1",
      REGISTRY_URL: registryUrl,
      RELEASES_DIR: paths.releases,
      SERVICE_TOKEN: secrets.serviceToken,
      STATE_DIR: paths.gatewayState,
      GATEWAY_KEY_FILE: paths.gatewayKey,
      // This machine's own people run it.
      LOCAL_EXPLORER: "true",
    },
    house,
    log,
  });
}

/** Starts the registry on its database. */
export function startRegistry(foundation: Foundation, databaseUrl: string): Service {
  const { projectDir, paths, secrets, ports, house, inherited, log } = foundation;
  return startService({
    name: "registry",
    main: join(projectDir, "packages/registry/src/main.ts"),
    cwd: projectDir,
    port: ports.registry,
    env: {
      ...inherited.all,
      NODE_ENV: "production",
      REGISTRY_PORT: String(ports.registry),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      RELEASES_DIR: paths.releases,
      DEPLOY_TOKEN: secrets.deployToken,
      SERVICE_TOKEN: secrets.serviceToken,
    },
    house,
    log,
  });
}
