import { type Kysely, sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPostgresTransport, type Publisher, type Transport } from "../src/index.ts";
import { recordLog } from "./record-log.ts";
import { type CountingTables, countIn, effects, startWorld, type World, writeEffect } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

async function countParked(): Promise<number> {
  const { rows } = await sql<{ parked: number }>`
    select count(*)::int as parked from sliceway.parked
  `.execute(world.consumerDb);
  return rows[0]?.parked ?? 0;
}

/** Each of so many aggregates once, in one transaction. */
const countMany = (db: Kysely<CountingTables>, many: number) =>
  db.transaction().execute(async (tx) => {
    for (let index = 0; index < many; index++) await countIn(tx, `a${index}`);
  });

describe("a consumer whose reaction fails for everything", () => {
  test("stops reading, says so once, and reads on when it is cured", async () => {
    const { log, lines } = recordLog();
    let cured = false;
    let failures = 0;
    const refusing = async (...[tx, event]: Parameters<typeof writeEffect>) => {
      await writeEffect(tx, event);
      if (cured) return;
      failures += 1;
      throw new Error("cannot take anything");
    };
    await using _relay = world.relay();
    await using _consumer = world.consumer({ "counting.Counted.v1": refusing }, { maxParked: 20, log });
    await countMany(world.publisherDb, 350);
    const full = () => lines.filter(({ msg }) => msg.startsWith("too many events"));
    await vi.waitFor(() => expect(full()).toHaveLength(1), 10_000);
    const parked = await countParked();
    expect(parked).toBeLessThanOrEqual(120);
    // It goes on trying what it has, and takes nothing more.
    const before = failures;
    await vi.waitFor(() => expect(failures).toBeGreaterThan(before + 2 * parked), 30_000);
    expect(await countParked()).toBe(parked);
    expect(full()).toHaveLength(1);
    cured = true;
    await vi.waitFor(async () => {
      const all = await effects(world.consumerDb);
      expect(Object.keys(all)).toHaveLength(350);
      expect(Object.values(all).every((numbers) => numbers.length === 1)).toBe(true);
    }, 40_000);
    expect(lines.filter(({ msg }) => msg === "events are read again")).toHaveLength(1);
    expect(await countParked()).toBe(0);
  });
});

/** The sizes that the relay hands over together. */
function recordingSizes(transport: Transport): { transport: Transport; batches: number[][] } {
  const batches: number[][] = [];
  const openPublisher = async (source: string): Promise<Publisher> => {
    const publisher = await transport.openPublisher(source);
    return {
      async publish(events) {
        batches.push(events.map(({ data }) => (data as { size: number }).size));
        await publisher.publish(events);
      },
      [Symbol.asyncDispose]: () => publisher[Symbol.asyncDispose](),
    };
  };
  return { transport: { ...transport, openPublisher }, batches };
}

describe("the relay", () => {
  test("hands over no more than a megabyte at a time, and a bigger event alone", async () => {
    await sql`
      insert into sliceway.outbox (type, subject, data, time)
      select 'counting.Drawn.v1', 'a', jsonb_build_object('size', size, 'text', repeat('x', size)), now()
      from unnest(array[10, 600000, 600000, 1500000, 20, 30]) with ordinality as drawn (size, place) order by place
    `.execute(world.publisherDb);
    const { transport, batches } = recordingSizes(createPostgresTransport({ url: world.counting.eventsUrl }));
    await using _relay = world.relay({ transport });
    await vi.waitFor(
      () => expect(batches).toEqual([[10, 600_000], [600_000], [1_500_000], [20, 30]]),
      10_000,
    );
  });

  test("hands over no more than 200 events at a time", async () => {
    await countMany(world.publisherDb, 450);
    const { transport, batches } = recordingSizes(createPostgresTransport({ url: world.counting.eventsUrl }));
    await using _relay = world.relay({ transport });
    await vi.waitFor(() => expect(batches.map(({ length }) => length)).toEqual([200, 200, 50]), 10_000);
  });
});
