import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";

/** What children take over from our own environment: where programs and files are, never settings or secrets. */
const INHERITED = /^(PATH|HOME|TMPDIR|TZ|LANG|LC_\w+|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|LOG_LEVEL)$/;
/**
 * Megabytes of a young generation. With Node's 16 whatever a start or a burst of requests makes for a moment is copied
 * again and again: twice as much saves a twentieth of all processor time, and no more memory was seen to be resident.
 */
const NODE_OPTIONS = "--max-semi-space-size=32";
/** Settings that the gateway alone takes over. */
const GATEWAY_SETTINGS = /^(ALLOWED_ORIGINS|PUBLIC_ORIGIN)$/;

/** Settings that the registry alone takes over. */
const REGISTRY_SETTINGS = /^MEMORY_BUDGET_MB$/;

const daysWord = "it is a number of days, 1 or more";
const eventSettings = z.object({
  EVENTS_RETENTION_DAYS: z.coerce.number(daysWord).int(daysWord).min(1, daysWord).optional(),
});

const brokerSettings = z.object({
  AMQP_URL: z
    .url({ protocol: /^amqps?$/, error: "it is the URL of a broker, amqp:// or amqps://" })
    .optional(),
});

export interface InheritedEnv {
  all: Record<string, string>;
  gateway: Record<string, string>;
  registry: Record<string, string>;
}

/**
 * The part of `env` that children may see; `settings` go before it. They keep what Node compiles in `compiledDir`, or
 * where `NODE_COMPILE_CACHE` says: it halves their start.
 */
export function readInheritedEnv(
  compiledDir: string,
  settings: Record<string, string> = {},
  base: NodeJS.ProcessEnv = process.env,
): InheritedEnv {
  const env = { ...base, ...settings };
  const compiled = env.NODE_COMPILE_CACHE || compiledDir;
  const ours = { NODE_ENV: "production", NODE_OPTIONS, NODE_COMPILE_CACHE: compiled };
  const all = { ...pick(env, INHERITED), ...ours };
  return { all, gateway: pick(env, GATEWAY_SETTINGS), registry: pick(env, REGISTRY_SETTINGS) };
}

/** How many days the event log keeps; undefined for all. Throws SlicewayError `SETTING_INVALID`. */
export function readEventsRetentionDays(
  settings: Record<string, string> = {},
  base: NodeJS.ProcessEnv = process.env,
): number | undefined {
  return readSettings(eventSettings, { ...base, ...settings }).EVENTS_RETENTION_DAYS;
}

/** RabbitMQ, if events are to travel through that. Throws SlicewayError `SETTING_INVALID`. */
export function readAmqpUrl(
  settings: Record<string, string> = {},
  base: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return readSettings(brokerSettings, { ...base, ...settings }).AMQP_URL;
}

function pick(env: NodeJS.ProcessEnv, names: RegExp): Record<string, string> {
  const taken = Object.entries(env).filter(([name, value]) => names.test(name) && value !== undefined);
  return Object.fromEntries(taken) as Record<string, string>;
}
