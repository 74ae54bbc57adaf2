import { resolve } from "node:path";
import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const token = z.string().min(16);

const settings = z.object({
  /** 0 takes any free port. */
  REGISTRY_PORT: port.default(7000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Release files lie in `<dir>/<slice>/<id>/`; gateways and the runtime read them there. */
  RELEASES_DIR: z.string(),
  /** The administrator's: may do everything. */
  ADMIN_TOKEN: token,
  /** May hold leases and report: gateways, the runtime, slice servers. */
  SERVICE_TOKEN: token,
  /** For servers that run only because old pages hold on to their releases; beyond it those pages are moved. */
  MEMORY_BUDGET_MB: z.coerce.number().int().min(0).default(1024),
});

export interface RegistryConfig {
  port: number;
  host: string;
  databaseUrl: string;
  releasesDir: string;
  adminToken: string;
  serviceToken: string;
  /** For servers that run only because old pages hold on to their releases. */
  memoryBudgetBytes: number;
}

/** Reads the registry's settings. Throws `SETTING_INVALID`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): RegistryConfig {
  const read = readSettings(settings, env);
  return {
    port: read.REGISTRY_PORT,
    host: read.HOST,
    databaseUrl: read.DATABASE_URL,
    releasesDir: resolve(read.RELEASES_DIR),
    adminToken: read.ADMIN_TOKEN,
    serviceToken: read.SERVICE_TOKEN,
    memoryBudgetBytes: read.MEMORY_BUDGET_MB * 1024 * 1024,
  };
}
