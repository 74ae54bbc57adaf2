import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { provisionSlice } from "@sliceway/postgres";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { createLogger, migrate, readMigrations } from "@sliceway/service-kit";

const log = createLogger({ name: "slices", level: "silent" });
const ownMigrations = fileURLToPath(new URL("../../migrations", import.meta.url));
const eventMigrations = dirname(
  fileURLToPath(import.meta.resolve("@sliceway/events/migrations/0001_events.sql")),
);

/** The databases of slices, without whatever carries their events. */
export interface Slices extends AsyncDisposable {
  /** A folder for whatever lasts as long as these. */
  readonly dir: string;
  /** The migrations that every slice's database has had, as they lie in a release. */
  readonly migrationsDir: string;
  /** Makes a slice's database; resolves to its address. */
  add(name: string): Promise<string>;
}

export async function startSlices(): Promise<Slices> {
  await using stack = new AsyncDisposableStack();
  const { adminUrl } = stack.use(await startTestPostgres());
  const dir = await mkdtemp(join(tmpdir(), "sliceway-trials-"));
  stack.defer(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  const migrationsDir = join(dir, "migrations");
  await cp(eventMigrations, join(migrationsDir, "events"), { recursive: true });
  await cp(ownMigrations, join(migrationsDir, "slice"), { recursive: true });
  const opened = stack.move();
  return {
    dir,
    migrationsDir,
    async add(name) {
      const passwords = { app: randomUUID(), migrator: randomUUID() };
      const { appUrl, migratorUrl } = await provisionSlice(adminUrl, { name, passwords });
      await migrate(migratorUrl, await readMigrations(migrationsDir), log);
      return appUrl;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
