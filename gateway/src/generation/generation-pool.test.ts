import type { Vector } from "@sliceway/protocol";
import { expect, it } from "vitest";
import type { Generation } from "./generation.ts";
import { GenerationPool } from "./generation-pool.ts";

const vector = { schemaHash: "one" } as Vector;

function createPool() {
  const events: string[] = [];
  const pool = new GenerationPool(async ({ schemaHash }) => {
    events.push(`built ${schemaHash}`);
    const stop = async () => void events.push(`stopped ${schemaHash}`);
    return { schemaHash, stop } as Generation;
  });
  return { pool, events };
}

it("builds once for all who ask, and stops when the last lets go", async () => {
  const { pool, events } = createPool();
  const [first, second] = await Promise.all([pool.hold(vector), pool.hold(vector)]);
  const third = first.again();
  first.release();
  first.release();
  second.release();
  expect([pool.size, events]).toEqual([1, ["built one"]]);
  third.release();
  await pool.settled();
  expect([pool.size, events]).toEqual([0, ["built one", "stopped one"]]);
});

it("builds anew after the last has let go", async () => {
  const { pool, events } = createPool();
  (await pool.hold(vector)).release();
  const again = await pool.hold(vector);
  await pool.settled();
  expect(events).toEqual(["built one", "built one", "stopped one"]);
  expect(() => again.again()).not.toThrow();
});

it("forgets a generation that could not be built", async () => {
  const pool = new GenerationPool(() => Promise.reject(new Error("no schema")));
  await expect(pool.hold(vector)).rejects.toThrow("no schema");
  expect(pool.size).toBe(0);
});
