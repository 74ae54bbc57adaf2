import { runMigrations } from "graphile-worker";
import { sql } from "kysely";
import { type Contestant, collectHandled } from "./contestant.ts";
import { forkProgram } from "./fork-program.ts";
import { PUBLISHING } from "./programs/settings.ts";
import { openTables, startSlices } from "./start-slices.ts";
import { countUp, readClockMs, readEffects } from "./tables.ts";

/**
 * graphile-worker, whose queue lies in the database of whoever publishes, as our outbox does: a job per event, added in the
 * transaction of the change, in a queue per aggregate.
 */
export async function startPeer(): Promise<Contestant> {
  await using stack = new AsyncDisposableStack();
  const { consuming, consumingDb, adminUrl } = stack.use(await startSlices());
  const queueUrl = Object.assign(new URL(adminUrl), { pathname: `/${PUBLISHING}` }).href;
  await runMigrations({ connectionString: queueUrl });
  const { db } = stack.use(openTables(queueUrl));
  const handled = collectHandled(stack.use(forkProgram("worker", { ...consuming, queueUrl })));
  const opened = stack.move();
  return {
    handled,
    change: (subject) =>
      db.transaction().execute(async (tx) => {
        const payload = JSON.stringify({ subject, number: await countUp(tx, subject) });
        await sql`select graphile_worker.add_job('counted', ${payload}::json, queue_name => ${subject})`.execute(
          tx,
        );
        return process.hrtime.bigint();
      }),
    readEffects: () => readEffects(consumingDb),
    readClockMs: () => readClockMs(consumingDb),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
