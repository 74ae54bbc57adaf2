import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { acquireLeadership } from "../src/leadership.ts";
import { effects, startWorld, type World } from "./world.ts";

const never = new AbortController().signal;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const takeFor = (liveSince: number) =>
  acquireLeadership({ databaseUrl: world.listening.databaseUrl, name: "test", liveSince }, never);

test("a transaction that holds the leadership keeps the next one waiting; one that comes later is refused", async () => {
  await using former = await takeFor(1);
  let next: ReturnType<typeof takeFor> | undefined;
  await world.consumerDb.transaction().execute(async (tx) => {
    await former?.hold(tx);
    next = takeFor(2);
    await vi.waitFor(async () => expect(await countWaiting()).toBe(1), 10_000);
    await tx.insertInto("effect").values({ subject: "held", number: 1 }).execute();
  });
  await using holder = (await next) ?? null;

  const late = world.consumerDb.transaction().execute(async (tx) => {
    await former?.hold(tx);
    await tx.insertInto("effect").values({ subject: "late", number: 1 }).execute();
  });
  await expect(late).rejects.toMatchObject({ code: "FENCED" });
  await world.consumerDb.transaction().execute(async (tx) => holder?.hold(tx));
  expect(await effects(world.consumerDb)).toEqual({ held: [1] });
});

/** Connections that wait for a row which somebody else holds. */
async function countWaiting(): Promise<number> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `.execute(world.consumerDb);
  return rows.length;
}
