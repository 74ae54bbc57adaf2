import { resolve } from "node:path";
import { createLogger, openDatabase } from "@sliceway/service-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import { z } from "zod";
import {
  type ConsumerOptions,
  createOutbox,
  createPostgresTransport,
  type Reaction,
  type Reactions,
  type RelayOptions,
  startConsumer,
  startRelay,
} from "../src/index.ts";
import { startTestCluster } from "../src/testing/index.ts";

/** What the slice "counting" publishes of its aggregates: each change has the next number. */
interface CountingEvents {
  "counting.Counted.v1": { number: number };
  "counting.Renamed.v1": { name: string };
}

export interface CountingTables {
  aggregate: { id: string; version: number };
}

export interface ListeningTables {
  effect: { subject: string; number: number };
}

const log = createLogger({ name: "test", level: "silent" });
const outbox = createOutbox<CountingEvents>({
  "counting.Counted.v1": {
    title: "counting.Counted.v1",
    type: "object",
    properties: { number: { type: "number" } },
    required: ["number"],
  },
  "counting.Renamed.v1": {
    title: "counting.Renamed.v1",
    type: "object",
    properties: { name: { type: "string" } },
  },
});

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Two slices and the log between them: "counting" publishes, "listening" consumes. */
export async function startWorld() {
  await using stack = new AsyncDisposableStack();
  const cluster = stack.use(await startTestCluster());
  const migrations = resolve(import.meta.dirname, "migrations");
  const [counting, listening] = [
    await cluster.addSlice("counting", migrations),
    await cluster.addSlice("listening", migrations),
  ];
  const open = <DB>(url: string, name = "test") => stack.use(openDatabase<DB>({ url, name }, log)).db;
  const publisherDb = open<CountingTables>(counting.databaseUrl);
  const consumerDb = open<ListeningTables>(listening.databaseUrl, "listening");
  const admin = open<unknown>(cluster.adminUrl);
  const eventLog = open<unknown>(cluster.eventsOwnerUrl);
  const opened = stack.move();
  return {
    cluster,
    counting,
    listening,
    publisherDb,
    consumerDb,
    eventLog,
    relay: (options: Partial<RelayOptions> = {}) =>
      startRelay({
        source: "counting",
        liveSince: 1,
        databaseUrl: counting.databaseUrl,
        transport: createPostgresTransport({ url: counting.eventsUrl }),
        log,
        ...options,
      }),
    consumer: (
      reactions: Reactions<ListeningTables> = { "counting.Counted.v1": writeEffect },
      options: Partial<ConsumerOptions<ListeningTables>> = {},
    ) =>
      startConsumer({
        consumer: "listening",
        liveSince: 1,
        databaseUrl: listening.databaseUrl,
        db: consumerDb,
        transport: createPostgresTransport({ url: listening.eventsUrl }),
        reactions,
        log,
        ...options,
      }),
    /** Ends all connections whose application begins with `name`, as a network or a restart would. */
    cut: (name: string) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name like ${`${name}%`}`.execute(
        admin,
      ),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Changes an aggregate and publishes that, in one transaction. */
export async function count(db: Kysely<CountingTables>, id: string): Promise<number> {
  return db.transaction().execute((tx) => countIn(tx, id));
}

/** The same in a transaction of the caller. */
export async function countIn(tx: Transaction<CountingTables>, id: string): Promise<number> {
  const { version } = await tx
    .insertInto("aggregate")
    .values({ id, version: 1 })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ version: sql`aggregate.version + 1` }))
    .returning("version")
    .executeTakeFirstOrThrow();
  await outbox.add(tx, { type: "counting.Counted.v1", subject: id, data: { number: version } });
  return version;
}

export async function rename(db: Kysely<CountingTables>, id: string): Promise<void> {
  await db
    .transaction()
    .execute((tx) => outbox.add(tx, { type: "counting.Renamed.v1", subject: id, data: { name: "new" } }));
}

/** The effect under test: not idempotent by itself, so that it shows every repetition. */
export const writeEffect: Reaction<ListeningTables> = async (tx, { subject, data }) => {
  const { number } = z.object({ number: z.number() }).parse(data);
  await tx.insertInto("effect").values({ subject, number }).execute();
};

/** Numbers that had their effect, by aggregate, in the order of the effects. */
export async function effects(db: Kysely<ListeningTables>): Promise<Record<string, number[]>> {
  const rows = await db.selectFrom("effect").select(["subject", "number"]).orderBy(sql`place`).execute();
  const groups = Map.groupBy(rows, ({ subject }) => subject);
  return Object.fromEntries([...groups].map(([id, own]) => [id, own.map(({ number }) => number)]));
}
