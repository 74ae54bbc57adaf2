import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { recordReceived } from "../src/inbox.ts";
import { createEventMetrics, startPruning } from "../src/index.ts";
import { startForgetting } from "../src/start-forgetting.ts";
import { recordLog } from "./record-log.ts";
import { count, effects, startWorld, type World, writeEffect } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const expectEffects = (expected: Record<string, number[]>) =>
  vi.waitFor(async () => expect(await effects(world.consumerDb)).toEqual(expected), 20_000);

/** `aggregate:number` of what the log has. */
async function logged(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select subject || ':' || (data ->> 'number') as line from sliceway.log order by position
  `.execute(world.eventLog);
  return rows.map(({ line }) => line);
}

async function countUntilLogged(...ids: string[]): Promise<void> {
  await using _relay = world.relay();
  const before = (await logged()).length;
  for (const id of ids) await count(world.publisherDb, id);
  await vi.waitFor(async () => expect(await logged()).toHaveLength(before + ids.length), 10_000);
}

/** As if the events that are in the log now had come so many days before. */
const age = (days: number) =>
  sql`update sliceway.log set logged_at = logged_at - ${days} * interval '1 day'`.execute(world.eventLog);

async function prune(days: number, log = recordLog().log): Promise<void> {
  const before = (await logged()).length;
  await using _pruning = startPruning({ ownerUrl: world.cluster.eventsOwnerUrl, days, log });
  await vi.waitFor(async () => expect((await logged()).length).toBeLessThan(before), 10_000);
}

describe("the log", () => {
  test("loses what is older than it should keep, batch by batch, and says up to where", async () => {
    await sql`
      insert into sliceway.log (id, source, type, subject, time, data)
      select gen_random_uuid(), case when n % 2 = 0 then 'counting' else 'drawing' end, 'x.Y.v1', 'a', now(), '{}'
      from generate_series(1, 2500) as n
    `.execute(world.eventLog);
    await age(8);
    // Its own time is of no account: it came now.
    await sql`
      insert into sliceway.log (id, source, type, subject, time, data)
      values (gen_random_uuid(), 'counting', 'x.Y.v1', 'new', '2001-01-01', '{"number": 1}')
    `.execute(world.eventLog);
    const { log, lines } = recordLog();
    await using _pruning = startPruning({ ownerUrl: world.cluster.eventsOwnerUrl, days: 7, log });
    await vi.waitFor(() => expect(lines).toMatchObject([{ level: "info", events: 2500, days: 7 }]), 10_000);
    expect(await logged()).toEqual(["new:1"]);
    const { rows } = await sql`select source, position from sliceway.pruned order by source`.execute(
      world.eventLog,
    );
    expect(rows).toEqual([
      { source: "counting", position: "2500" },
      { source: "drawing", position: "2499" },
    ]);
  });

  test("pruned of what was read harms nobody; who is new starts with what is there", async () => {
    await countUntilLogged("a", "a");
    {
      await using _consumer = world.consumer();
      await expectEffects({ a: [1, 2] });
    }
    await age(8);
    await countUntilLogged("a");
    await prune(7);
    await using _consumer = world.consumer();
    await using _newcomer = world.consumer(undefined, { consumer: "newcomer" });
    await expectEffects({ a: [1, 2, 3, 3] });
  });
});

describe("a consumer that was away while the log was pruned", () => {
  test("stops and says what to do, also in the metrics; goes on when that is done", async () => {
    await countUntilLogged("a");
    {
      await using _consumer = world.consumer();
      await expectEffects({ a: [1] });
    }
    await countUntilLogged("a", "b");
    await age(8);
    await countUntilLogged("b");
    await prune(7);

    const { log, lines } = recordLog();
    const register = new Registry();
    const metrics = createEventMetrics(register);
    await using _consumer = world.consumer(undefined, { log, metrics });
    await vi.waitFor(() => expect(lines).toHaveLength(1), 10_000);
    expect(lines[0]).toMatchObject({
      level: "error",
      code: "EVENTS_PRUNED",
      msg: expect.stringMatching(/Events of counting were removed .* before listening/),
      fix: expect.stringContaining("delete from sliceway.cursor where consumer = 'listening'"),
    });
    expect(await register.metrics()).toContain('sliceway_events_consumer_blocked{reason="pruned"} 1');
    expect(await effects(world.consumerDb)).toEqual({ a: [1] });

    await sql`delete from sliceway.cursor where consumer = 'listening'`.execute(world.consumerDb);
    await expectEffects({ a: [1], b: [2] });
    expect(lines).toHaveLength(2);
    expect(await register.metrics()).not.toContain("sliceway_events_consumer_blocked{");
  });

  test("gets the same error if it was not away but slow", async () => {
    const { log, lines } = recordLog();
    const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = async (...[tx, event]: Parameters<typeof writeEffect>) => {
      begun.resolve();
      await mayEnd.promise;
      await writeEffect(tx, event);
    };
    await using _consumer = world.consumer({ "counting.Counted.v1": slow }, { log });
    await countUntilLogged("a");
    await begun.promise;
    await countUntilLogged("b", "b");
    await age(8);
    await countUntilLogged("c");
    await prune(7);
    mayEnd.resolve();
    await vi.waitFor(() => expect(lines).toMatchObject([{ code: "EVENTS_PRUNED" }]), 10_000);
    expect(await effects(world.consumerDb)).toEqual({ a: [1] });
  });
});

describe("the inbox", () => {
  test("forgets after 30 days, however much there is, but not what is published in several versions", async () => {
    await sql`
      insert into sliceway.inbox (consumer, event_id, received_at)
      select 'listening', gen_random_uuid(), now() - n * interval '10 minutes' from generate_series(1, 7000) as n
    `.execute(world.consumerDb);
    const published = { id: randomUUID(), sameas: randomUUID() };
    await recordReceived(world.consumerDb, "listening", published);
    await sql`
      update sliceway.inbox set received_at = now() - interval '1 year' where event_id = ${published.sameas}::uuid
    `.execute(world.consumerDb);
    const { log, lines } = recordLog();
    await using _forgetting = startForgetting(world.consumerDb, "listening", log, 10);
    await vi.waitFor(async () => {
      const { rows } = await sql<{ kept: number; oldest: number }>`
        select count(*)::int as kept, (extract(epoch from now() - min(received_at)) / 86400)::float8 as oldest
        from sliceway.inbox where not in_versions
      `.execute(world.consumerDb);
      expect(rows[0]?.kept).toBeGreaterThan(4_300);
      expect(rows[0]?.kept).toBeLessThan(4_321);
      expect(rows[0]?.oldest).toBeLessThan(30);
    }, 10_000);
    expect(lines).toEqual([]);
    expect(await recordReceived(world.consumerDb, "listening", { id: published.sameas })).toBe(false);
  });
});
