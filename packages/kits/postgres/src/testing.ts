import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { provisionDatabase } from "./provision/provision-database.ts";
import { startPostgres } from "./start-postgres.ts";

export interface TestPostgres extends AsyncDisposable {
  readonly adminUrl: string;
  /** Makes an empty database with a name of its own; resolves to its owner's URL. */
  createDatabase(): Promise<string>;
}

/** A PostgreSQL of its own for one test file, in a temporary directory that disposing removes. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), "sliceway-test-"));
  const postgres = await startPostgres({ home, log: createLogger({ name: "postgres", level: "silent" }) });
  const { adminUrl } = postgres;
  return {
    adminUrl,
    createDatabase: () =>
      provisionDatabase(adminUrl, { name: `test-${randomUUID().slice(0, 8)}`, password: randomUUID() }),
    [Symbol.asyncDispose]: async () => {
      await postgres[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
}
