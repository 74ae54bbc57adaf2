import { type Kysely, sql, type Transaction } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { count, countIn, effects, startWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
afterEach(async () => {
  for (const table of ["sliceway.outbox", "aggregate"])
    await sql`delete from ${sql.table(table)}`.execute(world.publisherDb);
  for (const table of ["effect", "aggregate"])
    await sql`delete from ${sql.table(table)}`.execute(world.consumerDb);
});

/** Reads an outbox by a cursor; each call gives what it takes to be new, as `aggregate:number`. */
type Reader = () => Promise<string[]>;

/** Goes by the outbox's own numbers. */
function readBySequence(): Reader {
  let last = "0";
  return async () => {
    const rows = await readRows(sql`where seq > ${last} order by seq`);
    last = rows.at(-1)?.seq ?? last;
    return rows.map(({ line }) => line);
  };
}

/** Goes by transaction ids, up to the oldest transaction that is still open. */
function readByTransaction(): Reader {
  let last = "0";
  return async () => {
    const rows = await readRows(sql`
      where xmin::text::bigint > ${last} and xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      order by xmin::text::bigint, seq`);
    last = rows.at(-1)?.xid ?? last;
    return rows.map(({ line }) => line);
  };
}

async function readRows(which: ReturnType<typeof sql>) {
  const { rows } = await sql<{ seq: string; xid: string; line: string }>`
    select seq, xmin::text as xid, subject || ':' || (data ->> 'number') as line from sliceway.outbox ${which}
  `.execute(world.publisherDb);
  return rows;
}

/** A transaction that a test ends when it likes; it has its id once it has written something. */
async function begin<DB>(db: Kysely<DB>) {
  const started = Promise.withResolvers<Transaction<DB>>();
  const ending = Promise.withResolvers<void>();
  const done = db.transaction().execute(async (tx) => {
    started.resolve(tx);
    await ending.promise;
  });
  return {
    tx: await started.promise,
    commit() {
      ending.resolve();
      return done;
    },
  };
}

/** Writes something of which nothing is published: the transaction has its id from here on. */
const touch = <DB>(tx: Transaction<DB>, id: string) =>
  sql`insert into aggregate values (${id}, 0)`.execute(tx);

/**
 * A schedule of transactions that a reader of the outbox is up against. It looks now and then: `committed` is what
 * may have had its effect by then, and what our reader waits for.
 */
type Schedule = (look: (committed: Record<string, number[]>) => Promise<void>) => Promise<void>;

/** Runs it with a naive reader; gives what that one reads, look by look. */
async function runNaively(schedule: Schedule, read: Reader): Promise<string[][]> {
  const looks: string[][] = [];
  await schedule(async () => void looks.push(await read()));
  return looks;
}

/** Runs it with our relay and consumer; passes if at each look all that was committed has had its effect, in order. */
async function runWithOurs(schedule: Schedule): Promise<void> {
  await using _relay = world.relay();
  await using _consumer = world.consumer();
  await schedule((committed) =>
    vi.waitFor(async () => expect(await effects(world.consumerDb)).toEqual(committed), 10_000),
  );
}

describe("an event that took its number early and is committed late", () => {
  const schedule: Schedule = async (look) => {
    const early = await begin(world.publisherDb);
    await countIn(early.tx, "early");
    await count(world.publisherDb, "other");
    await look({ other: [1] });
    await early.commit();
    await look({ other: [1], early: [1] });
  };

  test("is skipped for ever by a cursor on numbers", async () => {
    expect(await runNaively(schedule, readBySequence())).toEqual([["other:1"], []]);
  });

  test("has its effect", () => runWithOurs(schedule));
});

describe("a writer that got its transaction id early", () => {
  const schedule: Schedule = async (look) => {
    const early = await begin(world.publisherDb);
    await touch(early.tx, "unrelated");
    const between = await begin(world.publisherDb);
    await touch(between.tx, "open");
    await count(world.publisherDb, "a");
    await countIn(early.tx, "a");
    await early.commit();
    await look({ a: [1, 2] });
    await between.commit();
    await look({ a: [1, 2] });
  };

  test("makes a cursor on transaction ids swap two events of one aggregate", async () => {
    expect(await runNaively(schedule, readByTransaction())).toEqual([["a:2"], ["a:1"]]);
  });

  test("changes no order", () => runWithOurs(schedule));
});

describe("a long transaction in another slice's database", () => {
  const schedule: Schedule = async (look) => {
    const long = await begin(world.consumerDb);
    await touch(long.tx, "open");
    await count(world.publisherDb, "a");
    await look({ a: [1] });
    await long.commit();
    await look({ a: [1] });
  };

  test("makes a cursor on transaction ids stand still", async () => {
    expect(await runNaively(schedule, readByTransaction())).toEqual([[], ["a:1"]]);
  });

  test("holds nothing up", () => runWithOurs(schedule));
});
