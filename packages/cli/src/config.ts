import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";

const portWord = "a port is a whole number from 1 to 65535, or 0 for any that is free";
const port = z.coerce.number(portWord).int(portWord).min(0, portWord).max(65_535, portWord);
const databaseWord = "it is written like postgres://user:password@host:5432/postgres";

const settings = z.object({
  GATEWAY_PORT: port.default(8000),
  REGISTRY_PORT: port.default(7000),
  SLICEWAY_HOME: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: databaseWord }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export interface Config {
  ports: { gateway: number; registry: number };
  /** As given; relative to the working directory. Undefined: `.sliceway` in the project. */
  homeDir: string | undefined;
  /** An administrator's URL of a PostgreSQL of one's own. */
  databaseUrl: string | undefined;
  logLevel: string;
}

/** Reads the settings that docs/operations.md lists. Throws SlicewayError `SETTING_INVALID`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = readSettings(settings, env);
  return {
    ports: { gateway: read.GATEWAY_PORT, registry: read.REGISTRY_PORT },
    homeDir: read.SLICEWAY_HOME,
    databaseUrl: read.DATABASE_URL,
    logLevel: read.LOG_LEVEL,
  };
}

/** The environment that this process was started with. */
export function readEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
