import pg from "pg";
import { expect } from "vitest";
import type { TestRegistry } from "../../src/testing/start-test-registry.ts";

/** A transaction of somebody else, for which the registry has to wait. */
export interface HoldBack extends AsyncDisposable {
  /** Until a statement of the registry that has this in it waits for a lock. */
  waitForBlocked(part: string): Promise<void>;
  /** Until a transaction of the registry was given up since, for another attempt. */
  waitForRetry(): Promise<void>;
  commit(): Promise<void>;
  rollBack(): Promise<void>;
}

/** Begins one with this statement. */
export async function holdBack(registry: TestRegistry, statement: string): Promise<HoldBack> {
  await using stack = new AsyncDisposableStack();
  const [holder, watcher] = [stack.use(await connect(registry)), stack.use(await connect(registry))];
  await holder.query("begin");
  await holder.query(statement);
  const { rows } = await watcher.query<{ now: string }>("select now()::text");
  const waitFor = async (condition: string) => {
    const sql = `select from pg_stat_activity
      where datname = current_database() and application_name = 'registry' and ${condition}`;
    const find = async () => (await watcher.query(sql)).rowCount;
    await expect.poll(find, { timeout: 4_000, interval: 5 }).toBeGreaterThan(0);
  };
  const open = stack.move();
  return {
    waitForBlocked: (part) => waitFor(`wait_event_type = 'Lock' and query like '%${part}%'`),
    waitForRetry: () => waitFor(`query = 'rollback' and state_change > '${rows[0]?.now}'`),
    commit: async () => void (await holder.query("commit")),
    rollBack: async () => void (await holder.query("rollback")),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Writes the next revision of the routing: as it is, or with other canaries (SQL). */
export function nextRevision(canaries = "canaries"): string {
  return `
    insert into routing (revision, live, rollback, canaries, previews, forwards, leaving, revoked, cause, at)
    select revision + 1, live, rollback, ${canaries}, previews, forwards, leaving, revoked, 'by somebody else', at
    from routing order by revision desc limit 1`;
}

async function connect({ config }: TestRegistry): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: config.databaseUrl, application_name: "somebody else" });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
