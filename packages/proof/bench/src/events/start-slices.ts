import { resolve } from "node:path";
import { startTestCluster, type TestSliceDatabase } from "@sliceway/events/testing";
import { createLogger, type Database, openDatabase } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import type { BenchTables } from "./tables.ts";

export const log = createLogger({ name: "bench", level: "warn" });

/** A slice that tells and one that listens, in a PostgreSQL of their own with fsync on. */
export interface Slices extends AsyncDisposable {
  telling: TestSliceDatabase;
  listening: TestSliceDatabase;
  told: Kysely<BenchTables>;
  heard: Kysely<BenchTables>;
  adminUrl: string;
}

export async function startSlices(): Promise<Slices> {
  await using stack = new AsyncDisposableStack();
  const cluster = stack.use(await startTestCluster());
  const migrations = resolve(import.meta.dirname, "migrations");
  const telling = await cluster.addSlice("telling", migrations);
  const listening = await cluster.addSlice("listening", migrations);
  const { db: told } = stack.use(openTables(telling.databaseUrl));
  const { db: heard } = stack.use(openTables(listening.databaseUrl));
  const opened = stack.move();
  return {
    telling,
    listening,
    told,
    heard,
    adminUrl: cluster.adminUrl,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Reading all effects takes its time when there are many. */
export function openTables(url: string): Database<BenchTables> {
  return openDatabase<BenchTables>({ url, name: "bench", statementTimeoutMs: 60_000 }, log);
}
