import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { provisionDatabase, provisionSlice } from "@sliceway/postgres";
import { startTestPostgres, type TestPostgresOptions } from "@sliceway/postgres/testing";
import { createLogger, migrate, readMigrations } from "@sliceway/service-kit";
import { prepareEventsDatabase } from "../postgres/prepare-events-database.ts";

const eventMigrations = fileURLToPath(new URL("../../migrations", import.meta.url));
const log = createLogger({ name: "test", level: "silent" });

/** What a slice is given: its own database, and the event log, both as its own role. */
export interface TestSliceDatabase {
  databaseUrl: string;
  eventsUrl: string;
  /** The migrations that the database has had, as they lie in a release. */
  migrationsDir: string;
}

/** A PostgreSQL of its own with an event log. Disposing removes it. */
export interface TestCluster extends AsyncDisposable {
  adminUrl: string;
  /** The event log, as a role that may write for every slice. */
  eventsOwnerUrl: string;
  /** Makes a slice's database, with the event tables and those of `migrations` (a folder of .sql files). */
  addSlice(name: string, migrations?: string): Promise<TestSliceDatabase>;
}

export async function startTestCluster(options: TestPostgresOptions = {}): Promise<TestCluster> {
  await using stack = new AsyncDisposableStack();
  const { adminUrl } = stack.use(await startTestPostgres(options));
  const dir = await mkdtemp(join(tmpdir(), "sliceway-migrations-"));
  stack.defer(() => rm(dir, { recursive: true }));
  const eventsOwnerUrl = await provisionDatabase(adminUrl, { name: "events", password: randomUUID() });
  await prepareEventsDatabase(eventsOwnerUrl, log);
  const opened = stack.move();
  return {
    adminUrl,
    eventsOwnerUrl,
    addSlice: (name, migrations) => addSlice(adminUrl, name, join(dir, name), migrations),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function addSlice(
  adminUrl: string,
  name: string,
  migrationsDir: string,
  migrations?: string,
): Promise<TestSliceDatabase> {
  await cp(eventMigrations, join(migrationsDir, "events"), { recursive: true });
  if (migrations) await cp(migrations, join(migrationsDir, "slice"), { recursive: true });
  const passwords = { app: randomUUID(), migrator: randomUUID() };
  const { appUrl, migratorUrl } = await provisionSlice(adminUrl, { name, passwords });
  await migrate(migratorUrl, await readMigrations(migrationsDir), log);
  const eventsUrl = Object.assign(new URL(appUrl), { pathname: "/events" }).href;
  return { databaseUrl: appUrl, eventsUrl, migrationsDir };
}
