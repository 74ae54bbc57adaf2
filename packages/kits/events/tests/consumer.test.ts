import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { count, effects, rename, startWorld, type World, writeEffect } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

async function countTo(last: number, ids: string[]): Promise<void> {
  await Promise.all(
    ids.map(async (id) => {
      for (let number = 1; number <= last; number++) await count(world.publisherDb, id);
    }),
  );
}

/** Waits until there are some more than now, or `all` of them. */
async function moreEffects(all: number): Promise<void> {
  const seen = async () => Object.values(await effects(world.consumerDb)).flat().length;
  const before = await vi.waitFor(seen, 10_000);
  await vi.waitFor(
    async () => expect(await seen()).toBeGreaterThanOrEqual(Math.min(before + 1, all)),
    10_000,
  );
}

const expectEffects = (expected: Record<string, number[]>) =>
  vi.waitFor(async () => expect(await effects(world.consumerDb)).toEqual(expected), 20_000);

describe("the consumer", () => {
  test("lets each event have its effect once and in order, whatever connection is cut", async () => {
    await using _relay = world.relay();
    await using _consumer = world.consumer();
    const cutting = async () => {
      for (const name of ["sliceway consumer", "listening", "sliceway", "listening", "sliceway consumer"]) {
        await moreEffects(200);
        await world.cut(name);
      }
    };
    await Promise.all([countTo(50, ["a", "b", "c", "d"]), cutting()]);
    await expectEffects({ a: upTo(50), b: upTo(50), c: upTo(50), d: upTo(50) });
  });

  test("goes on where another has stopped", async () => {
    await using _relay = world.relay();
    const first = world.consumer();
    await using _second = world.consumer();
    await countTo(5, ["a"]);
    await expectEffects({ a: upTo(5) });
    await first[Symbol.asyncDispose]();
    await countTo(5, ["b"]);
    await expectEffects({ a: upTo(5), b: upTo(5) });
  });

  test("moves past events that mean nothing to it", async () => {
    await using _relay = world.relay();
    const consumer = world.consumer();
    await rename(world.publisherDb, "a");
    await count(world.publisherDb, "a");
    await rename(world.publisherDb, "a");
    await expectEffects({ a: [1] });
    const atTheEnd = async () => {
      const { rows: ends } = await sql<{
        end: string;
      }>`select max(position) as end from sliceway.log`.execute(world.eventLog);
      const { rows } = await sql<{ end: string }>`select position as end from sliceway.cursor`.execute(
        world.consumerDb,
      );
      expect(rows).toEqual(ends);
    };
    await vi.waitFor(atTheEnd, 10_000);
    await consumer[Symbol.asyncDispose]();
  });

  test("parks a poisonous event with what comes behind it; other aggregates flow on; then all come in order", async () => {
    await using _relay = world.relay();
    let cured = false;
    await using _consumer = world.consumer({
      "counting.Counted.v1": async (tx, event) => {
        await writeEffect(tx, event);
        if (event.subject === "sick" && !cured) throw new Error("cannot take this");
      },
    });
    await countTo(3, ["sick"]);
    await countTo(3, ["well"]);
    await expectEffects({ well: upTo(3) });
    const parked = sql<{ number: string; reason: string | null }>`
      select event -> 'data' ->> 'number' as number, reason from sliceway.parked order by place
    `;
    await vi.waitFor(
      async () =>
        expect((await parked.execute(world.consumerDb)).rows).toEqual([
          { number: "1", reason: "Error: cannot take this" },
          { number: "2", reason: null },
          { number: "3", reason: null },
        ]),
      10_000,
    );
    cured = true;
    await expectEffects({ well: upTo(3), sick: upTo(3) });
    expect((await parked.execute(world.consumerDb)).rows).toEqual([]);
  });

  test("takes data that does not fit its schema as poison", async () => {
    await using _relay = world.relay();
    await using _consumer = world.consumer({ "counting.Renamed.v1": writeEffect });
    await rename(world.publisherDb, "a");
    await vi.waitFor(async () => {
      const { rows } = await sql<{ reason: string }>`select reason from sliceway.parked`.execute(
        world.consumerDb,
      );
      expect(rows[0]?.reason).toContain("number");
    }, 10_000);
    expect(await effects(world.consumerDb)).toEqual({});
  });
});
