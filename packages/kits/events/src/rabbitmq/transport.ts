import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import type { Transport } from "../transport.ts";
import type { BrokerOptions } from "./broker-options.ts";
import { openConnection } from "./open-connection.ts";
import { openPublisher } from "./publisher.ts";
import { openSubscription } from "./subscription.ts";

/** Events travel through RabbitMQ 3.10 or later. Throws `AMQP_URL_INVALID`; whether it can be reached shows later. */
export function createRabbitmqTransport(options: BrokerOptions): Transport {
  checkUrl(options.url);
  return {
    openPublisher: (source) => openPublisher(options, source),
    openSubscription: (subscription) => openSubscription(options, subscription),
  };
}

/** Resolves if RabbitMQ can be reached and lets us in. Throws `AMQP_URL_INVALID`, `BROKER_UNREACHABLE`. */
export async function checkRabbitmq(url: string): Promise<void> {
  checkUrl(url);
  await using _connection = await openConnection(url, "sliceway check");
}

function checkUrl(url: string): void {
  if (/^amqps?:$/.test(URL.parse(url)?.protocol ?? "")) return;
  throw new SlicewayError(
    errors.AMQP_URL_INVALID("The address of RabbitMQ is not a URL that begins with amqp:// or amqps://."),
  );
}
