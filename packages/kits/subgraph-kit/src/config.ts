import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";

const settings = z.object({
  SLICE: z.string().min(1),
  RELEASE: z.string().min(1),
  INSTANCE: z.string().min(1),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535),
  DATABASE_URL: z.url(),
  EVENTS_URL: z.url(),
  AMQP_URL: z.url().optional(),
  EVENTS_RETENTION_DAYS: z.coerce.number().int().min(1).optional(),
  REGISTRY_URL: z.url(),
  SERVICE_TOKEN: z.string().min(1),
  KEYS_CACHE: z.string().min(1),
  SCHEMA_FILE: z.string().min(1).default("schema.graphql"),
  MIGRATIONS_DIR: z.string().min(1).default("migrations"),
});

export interface SliceConfig {
  slice: string;
  release: string;
  /** Id of this process among the instances of the release. */
  instance: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The slice's own database, as the role that may not change its shape. */
  databaseUrl: string;
  /** The database of the event log, as the slice's role. */
  eventsUrl: string;
  /** RabbitMQ, if events travel through that and not through the event log. */
  amqpUrl?: string | undefined;
  /** How long RabbitMQ keeps the history of what the slice publishes; for ever if not given. */
  eventsRetentionDays?: number | undefined;
  registryUrl: string;
  serviceToken: string;
  /** File that keeps the gateways' public keys for the time when the registry is down. */
  keysCache: string;
  /** The subgraph's SDL; by default `schema.graphql` in the working directory, the release's `server/`. */
  schemaFile: string;
  /** The migrations that the database must have had: `<set>/<name>.sql`. */
  migrationsDir: string;
}

/** Reads the environment that the runtime gives to a slice server. Throws a SlicewayError that names every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): SliceConfig {
  const read = readSettings(settings, env);
  return {
    slice: read.SLICE,
    release: read.RELEASE,
    instance: read.INSTANCE,
    host: read.HOST,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    eventsUrl: read.EVENTS_URL,
    amqpUrl: read.AMQP_URL,
    eventsRetentionDays: read.EVENTS_RETENTION_DAYS,
    registryUrl: read.REGISTRY_URL,
    serviceToken: read.SERVICE_TOKEN,
    keysCache: read.KEYS_CACHE,
    schemaFile: read.SCHEMA_FILE,
    migrationsDir: read.MIGRATIONS_DIR,
  };
}

/** The slice's name, for a log that is there before the settings are found right. */
export function readSliceName(env: NodeJS.ProcessEnv = process.env): string {
  return env.SLICE ?? "slice";
}
