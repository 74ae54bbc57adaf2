import { randomUUID } from "node:crypto";
import { appendFile, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { prepareCluster } from "./cluster/prepare-cluster.ts";
import { provisionDatabase } from "./provision/provision-database.ts";
import { startPostgres } from "./start-postgres.ts";

export interface TestPostgres extends AsyncDisposable {
  readonly adminUrl: string;
  /** Makes an empty database with a name of its own; resolves to its owner's URL. */
  createDatabase(): Promise<string>;
}

const log = createLogger({ name: "postgres", level: "silent" });
/** To initialise a data directory takes a second of a core; it is done once, and copied for each test file. */
const templateHome = resolve(import.meta.dirname, "../../../../node_modules/.cache/sliceway/test-postgres");

export interface TestPostgresOptions {
  /** Commits wait for the disk, as in production: for what measures times. A test has no power cuts. Default false. */
  durable?: boolean;
}

/** A PostgreSQL of its own for one test file, in a temporary directory that disposing removes. */
export async function startTestPostgres(options: TestPostgresOptions = {}): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), "sliceway-test-"));
  await prepareTestHome(home, options);
  const postgres = await startPostgres({ home, log });
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

/** Gives a home that has none yet its data directory, so that `startPostgres` has nothing to initialise there. */
export async function prepareTestHome(
  home: string,
  { durable = false }: TestPostgresOptions = {},
): Promise<void> {
  await mkdir(templateHome, { recursive: true });
  const { dataDir } = await prepareCluster(templateHome, log);
  const copy = join(home, basename(dataDir));
  await cp(dataDir, copy, { recursive: true });
  if (!durable) await appendFile(join(copy, "postgresql.auto.conf"), "fsync = off\n");
}
