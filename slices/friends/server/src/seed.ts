import { createDemoNetwork, type DemoNetwork } from "@sliceway/demo-network";
import type { SliceService } from "@sliceway/subgraph-kit";
import type { Transaction } from "kysely";
import type { PublishedEvents } from "./contract.events.ts";
import { eventRow } from "./db/friendship-events.ts";
import { insertStandings } from "./db/standings.ts";
import type { Tables } from "./db/tables.ts";
import type { RelationEvent } from "./relation/event.ts";
import { type Pair, pairOf, streamOf } from "./relation/pair.ts";
import { publishedEvents } from "./relation/published.ts";
import { relationAfter, strangers } from "./relation/relation.ts";
import { standingsOf } from "./relation/standing.ts";

interface History {
  pair: Pair;
  events: RelationEvent[];
}

/** Publishes the demo network's friendships and open requests as if they had happened. Pairs with a past are left alone. */
export async function seed({ db, outbox, now, log }: SliceService<Tables, PublishedEvents>): Promise<void> {
  const histories = historiesOf(createDemoNetwork(1, now()));
  const seeded = await db.transaction().execute(async (tx) => {
    const known = await listStreams(tx);
    const fresh = histories.filter(({ pair }) => !known.has(streamOf(pair)));
    if (fresh.length === 0) return 0;
    await tx.insertInto("friendship_event").values(fresh.flatMap(eventRows)).execute();
    await insertStandings(
      tx,
      fresh.flatMap(({ pair, events }) => standingsOf(pair, relationAfter(events))),
    );
    await outbox.addAll(
      tx,
      fresh.flatMap(({ pair, events }) => publishedEvents(pair, strangers, relationAfter(events))),
    );
    return fresh.length;
  });
  log.info({ pairs: seeded }, "loaded the friendships of the demo network");
}

function historiesOf({ friendships, requests }: DemoNetwork): History[] {
  const formed = friendships.map(({ userIds: [asker, answerer], formedAt }): History => {
    const at = new Date(formedAt);
    return {
      pair: pairOf(asker, answerer),
      events: [
        { type: "RequestSent", by: asker, at },
        { type: "RequestAccepted", by: answerer, at },
      ],
    };
  });
  const open = requests.map(({ from, to, sentAt }): History => {
    return { pair: pairOf(from, to), events: [{ type: "RequestSent", by: from, at: new Date(sentAt) }] };
  });
  return [...formed, ...open];
}

function eventRows({ pair, events }: History) {
  return events.map((event, index) => eventRow(streamOf(pair), index + 1, event));
}

async function listStreams(tx: Transaction<Tables>): Promise<Set<string>> {
  const rows = await tx.selectFrom("friendship_event").select("stream").distinct().execute();
  return new Set(rows.map(({ stream }) => stream));
}
