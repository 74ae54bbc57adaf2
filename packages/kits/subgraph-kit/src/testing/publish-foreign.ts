import { randomUUID } from "node:crypto";
import { type CloudEvent, createPostgresTransport, type Publisher, sourceOfType } from "@sliceway/events";

/** An event of another slice, which the first word of its type names. */
export interface ForeignEvent {
  type: string;
  /** Id of the aggregate. */
  subject: string;
  data: unknown;
  /** ISO 8601, UTC; now without it. */
  time?: string;
  /** The same id again is the same event again. */
  id?: string;
}

/** Writes events into the log at `url`, as the relays of their slices would. */
export async function publishForeign(url: string, events: ForeignEvent[]): Promise<void> {
  const transport = createPostgresTransport({ url });
  await using stack = new AsyncDisposableStack();
  const publishers = new Map<string, Publisher>();
  for (const event of events) {
    const source = sourceOfType(event.type);
    const publisher = publishers.get(source) ?? stack.use(await transport.openPublisher(source));
    publishers.set(source, publisher);
    await publisher.publish([toCloudEvent(event, source)]);
  }
}

function toCloudEvent(
  { id = randomUUID(), time = new Date().toISOString(), ...event }: ForeignEvent,
  source: string,
): CloudEvent {
  return { specversion: "1.0", datacontenttype: "application/json", id, source, time, ...event };
}
