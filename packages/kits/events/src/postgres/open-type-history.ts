import type { Client } from "pg";
import { sourceOfType } from "../envelope.ts";
import { listTypeProgress, recordComplete, recordLeft, type Subscriber } from "../subscribed-types.ts";
import type { SubscriptionOptions } from "../transport.ts";
import { listPositions } from "./cursors.ts";
import type { LogRow } from "./read-log.ts";
import { readTypes, type TypePart } from "./read-types.ts";

const BATCH = 100;

/** What happened before a consumer's cursor, of types that it did not consume when the cursor went by. */
export interface TypeHistory {
  /** The next events, oldest first; none when there are no more. All earlier ones must be settled. */
  next(): Promise<LogRow[]>;
}

/** `positions` are the consumer's cursors, by source. */
export async function openTypeHistory(
  client: Client,
  subscriber: Subscriber,
  { types, db }: SubscriptionOptions,
  positions: ReadonlyMap<string, string>,
): Promise<TypeHistory> {
  const progress = await listTypeProgress(db, subscriber);
  const left = [...progress].filter(([type, { complete }]) => complete && !types.includes(type));
  const leftSources = left.map(([type]) => sourceOfType(type));
  const leftAt = await listPositions(db, subscriber.consumer, leftSources);
  for (const [type] of left) {
    await recordLeft(db, subscriber, type, leftAt.get(sourceOfType(type)) ?? "0");
  }

  let parts = types
    .filter((type) => !progress.get(type)?.complete)
    .map((type): TypePart => {
      const source = sourceOfType(type);
      const after = progress.get(type)?.position ?? "0";
      return { type, source, after, upTo: positions.get(source) ?? "0" };
    });
  return {
    async next() {
      if (parts.length === 0) return [];
      const rows = await readTypes(client, parts, BATCH);
      const last = rows.at(-1);
      if (last) parts = parts.map((part) => ({ ...part, after: later(part.after, last.position) }));
      else {
        await recordComplete(
          db,
          subscriber,
          parts.map(({ type }) => type),
        );
        parts = [];
      }
      return rows;
    },
  };
}

function later(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}
