import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type DeadLetter,
  discardDeadLetter,
  listDeadLetters,
  listReplayed,
  type Reactions,
  replayDeadLetters,
} from "../src/index.ts";
import { recordLog } from "./record-log.ts";
import { count, effects, type ListeningTables, startWorld, type World, writeEffect } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

/** Refuses the events of the aggregates that are sick, as `subject:number`, until cured. */
function reactingTo(sick: Set<string>): Reactions<ListeningTables> {
  return {
    "counting.Counted.v1": async (tx, event) => {
      await writeEffect(tx, event);
      const { number } = event.data as { number: number };
      if (sick.has(`${event.subject}:${number}`)) throw new TypeError(`cannot take ${number}`);
    },
  };
}

const untilDead = (length: number): Promise<DeadLetter[]> =>
  vi.waitFor(async () => {
    const letters = await listDeadLetters(world.consumerDb);
    expect(letters).toHaveLength(length);
    return letters;
  }, 20_000);

/** What waits behind it comes after it. */
const untilLetter = (expected: unknown): Promise<DeadLetter | undefined> =>
  vi.waitFor(async () => {
    const letters = await listDeadLetters(world.consumerDb);
    expect(letters).toEqual([expected]);
    return letters[0];
  }, 20_000);

const expectEffects = (expected: Record<string, number[]>) =>
  vi.waitFor(async () => expect(await effects(world.consumerDb)).toEqual(expected), 20_000);

async function countEach(...ids: string[]): Promise<void> {
  for (const id of ids) await count(world.publisherDb, id);
}

describe("an event that fails too often", () => {
  test("is a dead letter with its reason; its aggregate waits, the others flow", async () => {
    await using _relay = world.relay();
    await using _consumer = world.consumer(reactingTo(new Set(["sick:2"])), { maxAttempts: 3 });
    await countEach("sick", "sick", "sick", "sick", "well");
    const letter = await untilLetter({
      consumer: "listening",
      id: expect.any(String),
      type: "counting.Counted.v1",
      source: "counting",
      subject: "sick",
      reason: "TypeError: cannot take 2",
      attempts: 3,
      firstFailedAt: expect.any(Date),
      lastFailedAt: expect.any(Date),
      waiting: 2,
    });
    expect(letter?.lastFailedAt.getTime()).toBeGreaterThan(letter?.firstFailedAt.getTime() ?? 0);
    await countEach("well", "sick");
    await expectEffects({ sick: [1], well: [1, 2] });
    await untilLetter(expect.objectContaining({ attempts: 3, waiting: 3 }));
  });

  test("is said once per change in the log, without what it says", async () => {
    const { log, lines } = recordLog();
    await using _relay = world.relay();
    const sick = new Set(["sick:1"]);
    await using _consumer = world.consumer(reactingTo(sick), { maxAttempts: 3, log });
    await countEach("sick", "sick");
    await untilDead(1);
    sick.clear();
    await replayDeadLetters(world.consumerDb, { all: true });
    await expectEffects({ sick: [1, 2] });
    await vi.waitFor(() => expect(lines).toHaveLength(3), 10_000);
    expect(lines).toMatchObject([
      { level: "warn", msg: expect.stringContaining("set aside"), attempts: 1, error: "TypeError" },
      { level: "error", msg: expect.stringContaining("sliceway events dead listening"), attempts: 3 },
      { level: "info", msg: expect.stringContaining("had its effect") },
    ]);
    expect(JSON.stringify(lines)).not.toContain("cannot take");
  });

  test("stays one when another process takes over", async () => {
    await using _relay = world.relay();
    const first = world.consumer(reactingTo(new Set(["sick:1"])), { maxAttempts: 1 });
    await countEach("sick");
    await untilDead(1);
    await first[Symbol.asyncDispose]();
    await using _second = world.consumer();
    await countEach("sick", "well");
    await expectEffects({ well: [1] });
    expect(await untilDead(1)).toMatchObject([{ attempts: 1, waiting: 1 }]);
  });
});

describe("replaying", () => {
  test("lets a cured one and all behind it have their effect at once and in order", async () => {
    await using _relay = world.relay();
    const sick = new Set(["sick:1"]);
    await using _consumer = world.consumer(reactingTo(sick), { maxAttempts: 2 });
    await countEach("sick", "sick", "sick");
    const [{ id } = { id: "" }] = await untilDead(1);
    sick.clear();
    expect(await replayDeadLetters(world.consumerDb, { ids: [id, randomUUID()] })).toEqual([id]);
    await expectEffects({ sick: [1, 2, 3] });
    expect(await listReplayed(world.consumerDb, [id])).toEqual([{ id, outcome: "applied" }]);
    expect(await replayDeadLetters(world.consumerDb, { ids: [id] })).toEqual([]);
  });

  test("gives one that is not cured all its attempts again, then it is dead again", async () => {
    await using _relay = world.relay();
    const consumer = world.consumer(reactingTo(new Set(["sick:1"])), { maxAttempts: 2 });
    await countEach("sick");
    const [before] = await untilDead(1);
    const id = before?.id ?? "";
    await consumer[Symbol.asyncDispose]();
    await replayDeadLetters(world.consumerDb, { type: "counting.Counted.v1" });
    expect(await listReplayed(world.consumerDb, [id])).toEqual([{ id, outcome: "waiting" }]);
    await using _again = world.consumer(reactingTo(new Set(["sick:1"])), { maxAttempts: 2 });
    const [after] = await untilDead(1);
    expect(after).toMatchObject({ id, attempts: 2, firstFailedAt: before?.firstFailedAt });
    expect(await listReplayed(world.consumerDb, [id])).toEqual([
      { id, outcome: "failed", reason: "TypeError: cannot take 1" },
    ]);
  });

  test("touches only what was asked for", async () => {
    await using _relay = world.relay();
    await using _consumer = world.consumer(reactingTo(new Set(["a:1", "b:1"])), { maxAttempts: 1 });
    await countEach("a", "b");
    const [a, b] = await untilDead(2);
    expect(await replayDeadLetters(world.consumerDb, { type: "counting.Renamed.v1" })).toEqual([]);
    await replayDeadLetters(world.consumerDb, { ids: [a?.id ?? ""] });
    const untouched = await vi.waitFor(async () => {
      const letters = await untilDead(2);
      expect(letters[1]).toMatchObject({ id: a?.id });
      return letters[0];
    }, 10_000);
    expect(untouched).toEqual(b);
  });
});

describe("discarding", () => {
  test("records the reason, frees what waits behind, and the event has no effect any more", async () => {
    await using _relay = world.relay();
    await using _consumer = world.consumer(reactingTo(new Set(["sick:1"])), { maxAttempts: 1 });
    await countEach("sick", "sick", "sick");
    const [{ id } = { id: "" }] = await untilDead(1);
    await discardDeadLetter(world.consumerDb, id, "made up by a test");
    await expectEffects({ sick: [2, 3] });
    const { rows } = await sql`
      select discarded_reason as reason from sliceway.inbox where event_id = ${id}::uuid
    `.execute(world.consumerDb);
    expect(rows).toEqual([{ reason: "made up by a test" }]);
    await untilDead(0);
  });

  test("is refused for what is not a dead letter", async () => {
    await expect(discardDeadLetter(world.consumerDb, randomUUID(), "why not")).rejects.toMatchObject({
      code: "DEAD_LETTER_UNKNOWN",
    });
  });
});
