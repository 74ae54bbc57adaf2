import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A temporary home that disposing removes. */
export async function makeHome(): Promise<AsyncDisposable & { home: string; dataDir: string }> {
  const home = await mkdtemp(join(tmpdir(), "sliceway-test-"));
  const remove = () => rm(home, { recursive: true, force: true });
  return { home, dataDir: join(home, "postgres-18"), [Symbol.asyncDispose]: remove };
}

/** The process id and port of the PostgreSQL that runs there. */
export async function readPostmaster(dataDir: string): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(dataDir, "postmaster.pid"), "utf8")).split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** Runs one statement over a connection of its own; resolves to the rows. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
