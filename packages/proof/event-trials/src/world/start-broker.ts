import { startTestBroker } from "@sliceway/events/testing";
import type { Carrier } from "./carrier.ts";

/** A private RabbitMQ. To stop it is to kill it. */
export async function startBroker(): Promise<Carrier> {
  const broker = await startTestBroker();
  return {
    name: "the broker",
    addSlice: async () => ({ amqpUrl: broker.url }),
    stop: () => broker.kill(),
    start: () => broker.start(),
    [Symbol.asyncDispose]: () => broker[Symbol.asyncDispose](),
  };
}
