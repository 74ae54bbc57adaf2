import type { AsyncMessage } from "rabbitmq-client";
import { type CloudEvent, cloudEventSchema } from "../envelope.ts";
import type { Message } from "./confirm-channel.ts";
import { EXCHANGE, markerKeyOf } from "./names.ts";

/** Distinguishes copies of one event: it is published again when nobody knows whether it has arrived. */
const COPY_HEADER = "sliceway-copy";
const MARKER = "sliceway.history-marker";

/** A message that has come in, from a queue or from a history. */
export interface Arrival {
  kind: "event" | "marker";
  /** The event's type, as far as the routing key says. */
  type: string;
  source: string;
  /** Of the event or marker; empty if it is neither. */
  id: string;
  /** `<publisher>:<number>`, the same in the history and in the queue; `:<id>` if its publisher gave none. */
  copy: string;
  deliveryTag: number;
  /** Its place in a history. */
  offset: number | undefined;
  body: unknown;
}

/** A CloudEvent in structured mode. */
export function eventMessage(event: CloudEvent, copy: string): Message {
  return {
    envelope: {
      exchange: EXCHANGE,
      routingKey: event.type,
      messageId: event.id,
      contentType: "application/cloudevents+json",
      headers: { [COPY_HEADER]: copy },
    },
    body: Buffer.from(JSON.stringify(event)),
  };
}

/** No event: it stands in a history where it stands in a consumer's queue. */
export function markerMessage(source: string, consumer: string, id: string): Message {
  const routingKey = markerKeyOf(source, consumer);
  return { envelope: { exchange: EXCHANGE, routingKey, type: MARKER, messageId: id }, body: Buffer.alloc(0) };
}

export function readArrival(message: AsyncMessage): Arrival {
  const { routingKey, headers = {} } = message;
  const id = message.messageId ?? idIn(message.body);
  const offset = headers["x-stream-offset"];
  return {
    kind: message.type === MARKER ? "marker" : "event",
    type: routingKey,
    source: routingKey.split(".")[0] ?? "",
    id,
    copy: String(headers[COPY_HEADER] ?? `:${id}`),
    deliveryTag: message.deliveryTag,
    offset: typeof offset === "number" ? offset : undefined,
    body: message.body,
  };
}

/** Publishers that are not ours may give the id in the event only. */
function idIn(body: unknown): string {
  try {
    return parseBody(body).id;
  } catch {
    return "";
  }
}

/** The event in a message, or why it is none. */
export function readEvent({ body, type }: Arrival): { event: CloudEvent } | { invalid: string } {
  try {
    const event = parseBody(body);
    if (event.type !== type) return { invalid: `it says ${event.type} and came as ${type}` };
    return { event };
  } catch (error) {
    return { invalid: error instanceof Error ? error.message : String(error) };
  }
}

function parseBody(body: unknown): CloudEvent {
  return cloudEventSchema.parse(Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body);
}
