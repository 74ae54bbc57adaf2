import { SlicewayError } from "@sliceway/errors";
import { parseSigningKey, type SigningKey } from "@sliceway/protocol";
import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";
import { errors } from "./errors.ts";

const portWord = "a port is a whole number from 1 to 65535, or 0 for any that is free";
const port = z.coerce.number(portWord).int(portWord).min(0, portWord).max(65_535, portWord);
const databaseWord = "it is written like postgres://user:password@host:5432/postgres";

const webUrl = z.url({ protocol: /^https?$/, error: "it is written like https://registry.example.org" });

const signingKey = z.string().transform((text, context) => {
  try {
    return parseSigningKey(text);
  } catch (error) {
    context.addIssue((error as TypeError).message);
    return z.NEVER;
  }
});

const settings = z.object({
  GATEWAY_PORT: port.default(8000),
  REGISTRY_PORT: port.default(7000),
  SLICEWAY_HOME: z.string().optional(),
  SLICEWAY_REGISTRY_URL: webUrl.optional(),
  SLICEWAY_GATEWAY_URL: webUrl.optional(),
  SLICEWAY_TOKEN: z.string().min(1).optional(),
  SLICEWAY_SIGNING_KEY: signingKey.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: databaseWord }).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

export interface Config {
  ports: { gateway: number; registry: number };
  /** As given; relative to the working directory. Undefined: `.sliceway` in the project. */
  homeDir: string | undefined;
  /** A platform that runs elsewhere; undefined: the one that runs from the home. */
  elsewhere: { registryUrl: string; gatewayUrl: string } | undefined;
  /** A deploy token; undefined: the administrator's, from the home. */
  token: string | undefined;
  /** What releases are signed with; undefined: the keys of the home. */
  signingKey: SigningKey | undefined;
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
    elsewhere: readElsewhere(read),
    token: read.SLICEWAY_TOKEN,
    signingKey: read.SLICEWAY_SIGNING_KEY,
    databaseUrl: read.DATABASE_URL,
    logLevel: read.LOG_LEVEL,
  };
}

function readElsewhere(read: z.infer<typeof settings>): Config["elsewhere"] {
  const { SLICEWAY_REGISTRY_URL: registryUrl, SLICEWAY_GATEWAY_URL: gatewayUrl } = read;
  if (registryUrl === undefined && gatewayUrl === undefined) return undefined;
  if (registryUrl !== undefined && gatewayUrl !== undefined) return { registryUrl, gatewayUrl };
  throw new SlicewayError(
    errors.SETTING_INVALID(
      "SLICEWAY_REGISTRY_URL and SLICEWAY_GATEWAY_URL go together: one of them is not set.",
    ),
  );
}

/** The environment that this process was started with. */
export function readEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
