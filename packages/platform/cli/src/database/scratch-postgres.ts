import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provisionDatabase, startPostgres } from "@sliceway/postgres";
import { createLogger } from "@sliceway/service-kit";

export interface ScratchPostgres extends AsyncDisposable {
  /** Makes an empty database; resolves to its owner's URL. */
  createDatabase(): Promise<string>;
}

/** A PostgreSQL in a temporary folder, which disposing removes. Takes some 1.5 s. */
export async function startScratchPostgres(): Promise<ScratchPostgres> {
  const home = await mkdtemp(join(tmpdir(), "sliceway-scratch-"));
  const log = createLogger({ name: "postgres", level: "silent" });
  const postgres = await startPostgres({ home, log });
  return {
    createDatabase: () =>
      provisionDatabase(postgres.adminUrl, {
        name: `scratch-${randomUUID().slice(0, 8)}`,
        password: randomUUID(),
      }),
    [Symbol.asyncDispose]: async () => {
      await postgres[Symbol.asyncDispose]();
      await rm(home, { recursive: true, force: true });
    },
  };
}
