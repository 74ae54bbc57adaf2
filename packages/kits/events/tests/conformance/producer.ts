import { randomUUID } from "node:crypto";
import type { EventSchema } from "@sliceway/protocol";
import { sql } from "kysely";
import { type CloudEvent, createOutbox, startRelay, type Transport } from "../../src/index.ts";
import { log, type Slice } from "./slice.ts";

/** A slice in which things happen. */
export interface Producer {
  source: string;
  transport: Transport;
  db: Slice["db"];
  /** `<source>.<name>.v1` */
  type(name: string): string;
  /** An event as the relay would publish it. */
  event(subject: string, number: number, name?: string): CloudEvent;
  /** Commits events of an aggregate with these numbers, one after another. */
  publish(subject: string, numbers: number[], name?: string): Promise<void>;
  startRelay(): AsyncDisposable;
  /** How many events wait for the relay. */
  pending(): Promise<number>;
}

export function createProducer({ name: source, databaseUrl, db, transport }: Slice): Producer {
  const type = (name: string) => `${source}.${name}.v1`;
  return {
    source,
    transport,
    db,
    type,
    event: (subject, number, name = "Counted") => ({
      specversion: "1.0",
      id: randomUUID(),
      source,
      type: type(name),
      subject,
      time: new Date().toISOString(),
      datacontenttype: "application/json",
      data: { number },
    }),
    async publish(subject, numbers, name = "Counted") {
      const outbox = createOutbox<Record<string, { number: number }>>({ [type(name)]: numbered(type(name)) });
      for (const number of numbers) {
        await db
          .transaction()
          .execute((tx) => outbox.add(tx, { type: type(name), subject, data: { number } }));
      }
    },
    startRelay: () => startRelay({ source, liveSince: 1, databaseUrl, transport, log }),
    async pending() {
      const { rows } = await sql`select 1 from sliceway.outbox`.execute(db);
      return rows.length;
    },
  };
}

function numbered(title: string): EventSchema {
  return { title, type: "object", properties: { number: { type: "number" } }, required: ["number"] };
}
