import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareEventsDatabase } from "@sliceway/events";
import { provisionDatabase, provisionSlice } from "@sliceway/postgres";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { type Logger, migrate, readMigrations } from "@sliceway/service-kit";

const eventMigrations = fileURLToPath(new URL("../../../events/migrations", import.meta.url));

/** A slice's database and the event log, on a PostgreSQL of their own. */
export interface TestDatabase extends AsyncDisposable {
  /** As the slice's own role. */
  databaseUrl: string;
  /** The event log, as the slice's role. */
  eventsUrl: string;
  /** The event log, as a role that may write for every slice. */
  eventsOwnerUrl: string;
  /** Both sets of migrations, as they lie in a release. */
  migrationsDir: string;
}

export async function startTestDatabase(
  slice: string,
  sliceMigrations: string,
  log: Logger,
): Promise<TestDatabase> {
  await using stack = new AsyncDisposableStack();
  const { adminUrl } = stack.use(await startTestPostgres());
  const migrationsDir = await mkdtemp(join(tmpdir(), "sliceway-migrations-"));
  stack.defer(() => rm(migrationsDir, { recursive: true }));
  await cp(eventMigrations, join(migrationsDir, "events"), { recursive: true });
  await cp(sliceMigrations, join(migrationsDir, "slice"), { recursive: true });

  const passwords = { app: randomUUID(), migrator: randomUUID() };
  const { appUrl, migratorUrl } = await provisionSlice(adminUrl, { name: slice, passwords });
  await migrate(migratorUrl, await readMigrations(migrationsDir), log);
  const eventsOwnerUrl = await provisionDatabase(adminUrl, { name: "events", password: randomUUID() });
  await prepareEventsDatabase(eventsOwnerUrl, log);

  const eventsUrl = Object.assign(new URL(appUrl), { pathname: "/events" }).href;
  const opened = stack.move();
  return {
    databaseUrl: appUrl,
    eventsUrl,
    eventsOwnerUrl,
    migrationsDir,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
