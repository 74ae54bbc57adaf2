import { createPostgresTransport, createRabbitmqTransport, type Transport } from "@sliceway/events";
import type { Logger } from "@sliceway/service-kit";
import type { Settings } from "./settings.ts";

/** The transport that the trial is about. */
export function openTransport({ eventsUrl, amqpUrl }: Settings, log: Logger): Transport {
  if (amqpUrl) return createRabbitmqTransport({ url: amqpUrl, log });
  return createPostgresTransport({ url: eventsUrl ?? "" });
}
