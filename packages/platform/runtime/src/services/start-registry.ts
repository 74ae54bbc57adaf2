import type { RuntimeContext } from "../context.ts";
import { type Service, startService } from "./start-service.ts";

/** Starts the registry on its database. */
export function startRegistry(context: RuntimeContext, databaseUrl: string): Service {
  const { paths, secrets, ports, commands, children, inherited, log } = context;
  const env = {
    ...inherited.all,
    ...inherited.registry,
    REGISTRY_PORT: String(ports.registry),
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    RELEASES_DIR: paths.releases,
    ADMIN_TOKEN: secrets.adminToken,
    SERVICE_TOKEN: secrets.serviceToken,
  };
  const prepare = async () => ({ port: ports.registry, env });
  return startService({ name: "registry", command: commands.registry, prepare, children, log });
}
