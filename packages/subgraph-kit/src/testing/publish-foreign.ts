import { randomUUID } from "node:crypto";
import { createPostgresTransport, sourceOfType } from "@sliceway/events";

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
  for (const { type, subject, data, time = new Date().toISOString(), id = randomUUID() } of events) {
    const source = sourceOfType(type);
    await using publisher = await transport.openPublisher(source);
    await publisher.publish([
      { specversion: "1.0", datacontenttype: "application/json", id, source, type, subject, time, data },
    ]);
  }
}
