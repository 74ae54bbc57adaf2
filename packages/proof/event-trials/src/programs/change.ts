import { createOutbox } from "@sliceway/events";
import { sql, type Transaction } from "kysely";

export interface PublishingTables {
  aggregate: { id: string; version: number };
  request: { id: string; subject: string; version: number };
}

/** What a slice under trial does: it changes an aggregate and publishes that. */
export interface Change {
  /** Gives the aggregate its next version, publishes that, and resolves to that version. */
  count(tx: Transaction<PublishingTables>, subject: string): Promise<number>;
  /** Publishes something else, which nobody consumes. */
  rename(tx: Transaction<PublishingTables>, subject: string): Promise<void>;
}

export const countedBy = (source: string) => `${source}.Counted.v1`;

export function createChange(source: string): Change {
  const [counted, renamed] = [countedBy(source), `${source}.Renamed.v1`];
  const number = { type: "integer" } as const;
  const outbox = createOutbox<Record<string, { number: number }>>({
    [counted]: { title: counted, type: "object", properties: { number }, required: ["number"] },
    [renamed]: { title: renamed, type: "object", properties: { number }, required: ["number"] },
  });
  return {
    async count(tx, subject) {
      const { version } = await tx
        .insertInto("aggregate")
        .values({ id: subject, version: 1 })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ version: sql`aggregate.version + 1` }))
        .returning("version")
        .executeTakeFirstOrThrow();
      await outbox.add(tx, { type: counted, subject, data: { number: version } });
      return version;
    },
    rename: (tx, subject) => outbox.add(tx, { type: renamed, subject, data: { number: 0 } }),
  };
}
