import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** Where the broker is, without user and password. */
export function brokerAddress(url: string): string {
  const { hostname, port, protocol, pathname } = new URL(url);
  return `${hostname}:${port || (protocol === "amqps:" ? 5671 : 5672)}${pathname}`;
}

export function brokerUnreachable(url: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    errors.BROKER_UNREACHABLE(`RabbitMQ at ${brokerAddress(url)} cannot be reached: ${reasonOf(cause)}.`),
    { cause },
  );
}

export function brokerLost(url: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    errors.BROKER_LOST(`The connection to RabbitMQ at ${brokerAddress(url)} was lost: ${reasonOf(cause)}.`),
    { cause },
  );
}

export function brokerSilent(waitedMs: number, alarm: string | undefined): SlicewayError {
  if (alarm) {
    return new SlicewayError(
      errors.BROKER_BLOCKED(`RabbitMQ takes no events because it has raised an alarm: ${alarm}.`),
    );
  }
  return new SlicewayError(
    errors.BROKER_SILENT(`RabbitMQ has not answered within ${waitedMs / 1000} seconds.`),
  );
}

export function queueUnavailable(queue: string, cause: unknown): SlicewayError {
  return new SlicewayError(errors.QUEUE_UNAVAILABLE(`RabbitMQ has the queue ${queue} and cannot open it.`), {
    cause,
  });
}

export function unroutable(routingKey: string): SlicewayError {
  return new SlicewayError(
    errors.EVENT_UNROUTABLE(`RabbitMQ has no queue for ${routingKey}, not even a history.`),
  );
}

export function historyCut(consumer: string, types: string[]): SlicewayError {
  return new SlicewayError(
    errors.HISTORY_CUT(`${consumer} has missed more of ${types.join(", ")} than the history still has.`),
  );
}

export function historySilent(consumer: string): SlicewayError {
  return new SlicewayError(
    errors.HISTORY_SILENT(`The history that ${consumer} reads lacks a message that it has in its queue.`),
  );
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}
