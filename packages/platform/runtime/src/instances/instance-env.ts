import { join } from "node:path";
import type { HomePaths } from "../home/home-paths.ts";

export interface Broker {
  amqpUrl: string;
  /** How many days it keeps what happened; undefined for ever. */
  retentionDays: number | undefined;
}

export interface InstanceFacts {
  slice: string;
  release: string;
  instance: string;
  /** 0 takes any free port. */
  port: number;
  databaseUrl: string;
  eventsUrl: string;
  /** RabbitMQ, if events travel through that. */
  broker: Broker | undefined;
  registryUrl: string;
  serviceToken: string;
}

/** What a slice's server is told through its environment. It may know nothing else. */
export function instanceEnv(facts: InstanceFacts, paths: HomePaths): Record<string, string> {
  return {
    SLICE: facts.slice,
    RELEASE: facts.release,
    INSTANCE: facts.instance,
    HOST: "127.0.0.1",
    PORT: String(facts.port),
    DATABASE_URL: facts.databaseUrl,
    EVENTS_URL: facts.eventsUrl,
    ...(facts.broker && brokerEnv(facts.broker)),
    REGISTRY_URL: facts.registryUrl,
    SERVICE_TOKEN: facts.serviceToken,
    KEYS_CACHE: join(paths.keys, `${facts.slice}.json`),
  };
}

function brokerEnv({ amqpUrl, retentionDays }: Broker): Record<string, string> {
  return { AMQP_URL: amqpUrl, ...(retentionDays && { EVENTS_RETENTION_DAYS: String(retentionDays) }) };
}
