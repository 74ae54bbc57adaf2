import { resolve } from "node:path";
import { startTestCluster, type TestSliceDatabase } from "@sliceway/events/testing";
import { createLogger, type Database, openDatabase } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { CONSUMING, PUBLISHING } from "./programs/settings.ts";
import type { BenchTables } from "./tables.ts";

export const log = createLogger({ name: "bench", level: "warn" });

/** A slice that publishes and one that consumes, in a PostgreSQL of their own with fsync on. */
export interface Slices extends AsyncDisposable {
  publishing: TestSliceDatabase;
  publishingDb: Kysely<BenchTables>;
  consuming: TestSliceDatabase;
  consumingDb: Kysely<BenchTables>;
  adminUrl: string;
}

export async function startSlices(): Promise<Slices> {
  await using stack = new AsyncDisposableStack();
  const cluster = stack.use(await startTestCluster({ durable: true }));
  const migrations = resolve(import.meta.dirname, "migrations");
  const publishing = await cluster.addSlice(PUBLISHING, migrations);
  const consuming = await cluster.addSlice(CONSUMING, migrations);
  const { db: publishingDb } = stack.use(openTables(publishing.databaseUrl));
  const { db: consumingDb } = stack.use(openTables(consuming.databaseUrl));
  const opened = stack.move();
  return {
    publishing,
    publishingDb,
    consuming,
    consumingDb,
    adminUrl: cluster.adminUrl,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Reading all effects takes its time when there are many. */
export function openTables(url: string): Database<BenchTables> {
  return openDatabase<BenchTables>({ url, name: "bench", statementTimeoutMs: 60_000 }, log);
}
