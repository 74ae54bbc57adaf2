import { SlicewayError } from "@sliceway/errors";
import { sleep } from "@sliceway/service-kit";
import { type QueryExecutorProvider, sql } from "kysely";
import type { Client } from "pg";
import { challengeLeader } from "./challenge-leader.ts";
import { connect } from "./connect.ts";
import { errors } from "./errors.ts";

const POLL_MS = 500;
const RENEW_EVERY_MS = 1_000;

export interface LeadershipOptions {
  /** The slice's database. */
  databaseUrl: string;
  /** `relay`, or `consumer` and its name: what only one process at a time may do. */
  name: string;
  /** The routing revision that made this release live; a newer release takes it from an older one at once. */
  liveSince: number;
}

/** The right to do what only one process at a time may do in a slice. Disposing gives it back. */
export interface Leadership extends AsyncDisposable {
  /** The connection that holds the lock; when it ends, so does the leadership. */
  connection: Client;
  /** Says "still here", once a second at most. Throws `FENCED` if somebody else leads by now. */
  renew(): Promise<void>;
  /** Keeps the leadership until the transaction ends, or throws `FENCED`: what a stopped process does later has no effect. */
  hold(tx: QueryExecutorProvider): Promise<void>;
}

/**
 * Waits for the leadership: it is given back, or its holder's connection ends, or its holder is of an older release, or it
 * has been silent for 6 s (a stopped process keeps its connection). Resolves to null if the signal aborts first.
 */
export async function acquireLeadership(
  options: LeadershipOptions,
  signal: AbortSignal,
): Promise<Leadership | null> {
  const { databaseUrl, name, liveSince } = options;
  await using stack = new AsyncDisposableStack();
  const connection = stack.use(await connect(databaseUrl, `sliceway ${name}`));
  while (!signal.aborted) {
    if (await tryLock(connection, name)) {
      const term = await beginTerm(connection, name, liveSince);
      const opened = stack.move();
      return createLeadership(connection, name, term, () => opened.disposeAsync());
    }
    if (!(await challengeLeader(connection, name, liveSince))) await sleep(POLL_MS, signal).catch(() => {});
  }
  return null;
}

function createLeadership(
  connection: Client,
  name: string,
  term: string,
  close: () => Promise<void>,
): Leadership {
  let renewedAt = performance.now();
  return {
    connection,
    async renew() {
      if (performance.now() - renewedAt < RENEW_EVERY_MS) return;
      const { rowCount } = await connection.query(
        "update sliceway.turn set renewed_at = now() where name = $1 and term = $2",
        [name, term],
      );
      if (rowCount === 0) throw fenced(name);
      renewedAt = performance.now();
    },
    async hold(tx) {
      const { rows } = await sql`
        select 1 from sliceway.turn where name = ${name} and term = ${term} for share
      `.execute(tx);
      if (rows.length === 0) throw fenced(name);
    },
    [Symbol.asyncDispose]: close,
  };
}

async function tryLock(connection: Client, name: string): Promise<boolean> {
  const { rows } = await connection.query<{ taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
    [name],
  );
  return rows[0]?.taken === true;
}

/** Waits for the transactions that a former holder has open, which `hold` the old term. */
async function beginTerm(connection: Client, name: string, liveSince: number): Promise<string> {
  const { rows } = await connection.query<{ term: string }>(
    `insert into sliceway.turn (name, term, live_since) values ($1, 1, $2)
     on conflict (name) do update
       set term = turn.term + 1, live_since = excluded.live_since, renewed_at = now()
     returning term`,
    [name, liveSince],
  );
  const [begun] = rows;
  if (!begun) throw new Error("a term was begun without a row");
  return begun.term;
}

function fenced(name: string): SlicewayError {
  return new SlicewayError(errors.FENCED(`Another process leads the ${name} by now.`));
}
