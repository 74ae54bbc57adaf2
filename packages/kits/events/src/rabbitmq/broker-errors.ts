import { SlicewayError } from "@sliceway/errors";

/** Where the broker is, without user and password. */
export function brokerAddress(url: string): string {
  const { hostname, port, protocol, pathname } = new URL(url);
  return `${hostname}:${port || (protocol === "amqps:" ? 5671 : 5672)}${pathname}`;
}

export function brokerUnreachable(url: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    "BROKER_UNREACHABLE",
    `RabbitMQ at ${brokerAddress(url)} cannot be reached: ${reasonOf(cause)}.`,
    "Start it, or correct AMQP_URL; without AMQP_URL events travel through PostgreSQL.",
    { cause },
  );
}

export function brokerLost(url: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    "BROKER_LOST",
    `The connection to RabbitMQ at ${brokerAddress(url)} was lost: ${reasonOf(cause)}.`,
    "Nothing to do if it comes back: what was not confirmed is sent again.",
    { cause },
  );
}

export function brokerSilent(waitedMs: number, alarm: string | undefined): SlicewayError {
  if (alarm) {
    return new SlicewayError(
      "BROKER_BLOCKED",
      `RabbitMQ takes no events because it has raised an alarm: ${alarm}.`,
      "Give it memory or disk space; events wait in their slices until then.",
    );
  }
  return new SlicewayError(
    "BROKER_SILENT",
    `RabbitMQ has not answered within ${waitedMs / 1000} seconds.`,
    "Nothing to do if it comes back: what was not confirmed is sent again.",
  );
}

export function queueUnavailable(queue: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    "QUEUE_UNAVAILABLE",
    `RabbitMQ has the queue ${queue} and cannot open it.`,
    "Wait for the node that it lies on; a broker that was just started opens its queues in a few seconds.",
    { cause },
  );
}

export function unroutable(routingKey: string): SlicewayError {
  return new SlicewayError(
    "EVENT_UNROUTABLE",
    `RabbitMQ has no queue for ${routingKey}, not even a history.`,
    "Somebody has deleted the history or its binding; it is made again at the next attempt.",
  );
}

export function historyCut(consumer: string, types: string[]): SlicewayError {
  return new SlicewayError(
    "HISTORY_CUT",
    `${consumer} has missed more of ${types.join(", ")} than the history still has.`,
    "Nothing to do: it goes on with all that there is. What is gone is gone; keep histories longer.",
  );
}

export function historySilent(consumer: string): SlicewayError {
  return new SlicewayError(
    "HISTORY_SILENT",
    `The history that ${consumer} reads lacks a message that it has in its queue.`,
    "Nothing to do: it goes on without that message's place in the history.",
  );
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}
