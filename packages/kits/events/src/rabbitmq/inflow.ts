import { type Arrival, readArrival } from "./messages.ts";
import type { BrokerConnection } from "./open-connection.ts";

export interface InflowOptions {
  queue: string;
  /** How many messages the broker sends ahead of their acknowledgement. */
  prefetch: number;
  /** Where to begin in a stream. */
  offset?: number;
  onArrival: () => void;
}

/** Messages of a queue or stream as they come in. */
export interface Inflow extends AsyncDisposable {
  /** The first that was not taken yet. */
  peek(): Arrival | undefined;
  take(): void;
  acknowledge(arrival: Arrival): void;
  /** Messages that came in and were not acknowledged. */
  unsettled(): number;
}

export async function openInflow(
  connection: BrokerConnection,
  { queue, prefetch, offset, onArrival }: InflowOptions,
): Promise<Inflow> {
  const channel = await connection.openChannel();
  await channel.basicQos({ prefetchCount: prefetch });
  const arrivals: Arrival[] = [];
  let unsettled = 0;
  const start = offset === undefined ? {} : { arguments: { "x-stream-offset": offset } };
  await channel.basicConsume({ queue, ...start }, (message) => {
    arrivals.push(readArrival(message));
    unsettled += 1;
    onArrival();
  });
  return {
    peek: () => arrivals[0],
    take: () => void arrivals.shift(),
    acknowledge({ deliveryTag }) {
      connection.lost.throwIfAborted();
      channel.basicAck({ deliveryTag });
      unsettled -= 1;
    },
    unsettled: () => unsettled,
    [Symbol.asyncDispose]: () => channel.close(),
  };
}
