import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPostgresTransport } from "../src/index.ts";
import { count, countIn, startWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** `aggregate:number` of every event in the log, in its order. */
async function logged(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select subject || ':' || (data ->> 'number') as line from sliceway.log order by position
  `.execute(world.eventLog);
  return rows.map(({ line }) => line);
}

const outboxIsEmpty = async () => {
  const { rows } = await sql`select 1 from sliceway.outbox`.execute(world.publisherDb);
  expect(rows).toEqual([]);
};

describe("the relay", () => {
  test("brings events into the log in the order they happened, and empties the outbox", async () => {
    await using _relay = world.relay();
    for (const id of ["a", "b", "a"]) await count(world.publisherDb, id);
    await vi.waitFor(async () => expect(await logged()).toEqual(["a:1", "b:1", "a:2"]), 10_000);
    await vi.waitFor(outboxIsEmpty, 10_000);
  });

  test("does not skip an event that took its number early and was committed late", async () => {
    await using _relay = world.relay();
    await world.publisherDb.transaction().execute(async (tx) => {
      await countIn(tx, "late");
      await count(world.publisherDb, "early");
      await vi.waitFor(async () => expect(await logged()).toEqual(["early:1"]), 10_000);
    });
    await vi.waitFor(async () => expect(await logged()).toEqual(["early:1", "late:1"]), 10_000);
  });

  test("is not held up by a long transaction in another database", async () => {
    await using _relay = world.relay();
    await world.consumerDb.transaction().execute(async (tx) => {
      await tx.insertInto("effect").values({ subject: "open", number: 0 }).execute();
      await count(world.publisherDb, "a");
      await vi.waitFor(async () => expect(await logged()).toEqual(["a:1"]), 10_000);
    });
  });

  test("loses nothing and repeats nothing while its connections are cut under four writers", async () => {
    await using _relay = world.relay();
    await using _standby = world.relay();
    const ids = ["a", "b", "c", "d"];
    const write = async (id: string) => {
      for (let number = 1; number <= 60; number++) await count(world.publisherDb, id);
    };
    const cutting = async () => {
      for (let time = 0; time < 8; time++) {
        await world.cut("sliceway relay");
        const before = (await logged()).length;
        await vi.waitFor(
          async () => expect((await logged()).length).toBeGreaterThanOrEqual(Math.min(before + 5, 240)),
          10_000,
        );
      }
    };
    await Promise.all([...ids.map(write), cutting()]);
    await vi.waitFor(async () => expect(await logged()).toHaveLength(240), 20_000);
    const lines = await logged();
    for (const id of ids) {
      const own = lines.filter((line) => line.startsWith(id));
      expect(own).toEqual(Array.from({ length: 60 }, (_, index) => `${id}:${index + 1}`));
    }
  });
});

describe("the log", () => {
  test("takes from a slice only what happened in it", async () => {
    const transport = createPostgresTransport({ url: world.counting.eventsUrl });
    await using publisher = await transport.openPublisher("listening");
    const event = {
      specversion: "1.0",
      id: crypto.randomUUID(),
      source: "listening",
      type: "listening.Heard.v1",
      subject: "a",
      time: new Date().toISOString(),
      datacontenttype: "application/json",
      data: {},
    } as const;
    await expect(publisher.publish([event])).rejects.toThrow(/row-level security/);
  });
});
