import type { Logger } from "@sliceway/service-kit";
import { prepareCluster } from "./cluster/prepare-cluster.ts";
import { superuserUrl } from "./cluster/superuser-url.ts";
import { keepRunning } from "./keep-running.ts";

export interface PostgresOptions {
  /** The directory that holds this installation's data, such as `.sliceway`; made if need be. */
  home: string;
  log: Logger;
}

export interface Postgres extends AsyncDisposable {
  /** URL of the superuser, on 127.0.0.1; stays the same while it runs. */
  readonly adminUrl: string;
}

/**
 * Starts the PostgreSQL that comes with Sliceway, with its data in `<home>/postgres-18`, or takes over one that a
 * killed launcher left running. It is a session of its own, so Ctrl-C does not reach it; it is started again when it
 * dies, and stopped by disposing.
 * Throws `SlicewayError`: `HOME_UNWRITABLE`, `POSTGRES_IN_USE` (another launcher runs it), `POSTGRES_OTHER_MAJOR`,
 * `POSTGRES_OTHER_OWNER`, `POSTGRES_DATA_UNKNOWN`, `POSTGRES_AS_ROOT`, `POSTGRES_NAMELESS_USER`, `POSTGRES_NO_BINARIES`,
 * `POSTGRES_FAILED`.
 */
export async function startPostgres({ home, log }: PostgresOptions): Promise<Postgres> {
  const cluster = await prepareCluster(home, log);
  const keeper = await keepRunning(cluster, log);
  return {
    adminUrl: superuserUrl(cluster.password, keeper.port),
    [Symbol.asyncDispose]: () => keeper.stop(),
  };
}
