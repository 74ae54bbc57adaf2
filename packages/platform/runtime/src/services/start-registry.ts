import type { Foundation } from "../lay-foundation.ts";
import { type Service, startService } from "./start-service.ts";

/** Starts the registry on its database. */
export function startRegistry(foundation: Foundation, databaseUrl: string): Service {
  const { paths, secrets, ports, commands, house, inherited, log } = foundation;
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
  const place = async () => ({ port: ports.registry, env });
  return startService({ name: "registry", command: commands.registry, place, house, log });
}
