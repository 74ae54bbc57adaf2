import type { Transport } from "../../src/index.ts";

/** Where an instance can be made to pause. */
export type Place =
  | "in a transaction"
  | "between two events"
  | "before it publishes"
  | "after it has published";

/** Waits there if an instance is to pause there. */
export type Pause = (place: Place) => Promise<void>;

/** A transport whose users pause on both sides of what they send. */
export function withPauses(transport: Transport, pause: Pause): Transport {
  return {
    async openPublisher(source) {
      const publisher = await transport.openPublisher(source);
      return {
        ...publisher,
        async publish(events) {
          await pause("before it publishes");
          await publisher.publish(events);
          await pause("after it has published");
        },
      };
    },
    async openSubscription(options) {
      const subscription = await transport.openSubscription(options);
      return {
        ...subscription,
        async next(signal) {
          const deliveries = await subscription.next(signal);
          return deliveries.map((delivery) => ({
            ...delivery,
            async acknowledge() {
              await delivery.acknowledge();
              await pause("between two events");
            },
          }));
        },
      };
    },
  };
}
