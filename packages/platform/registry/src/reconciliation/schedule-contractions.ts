import type { Context } from "../context.ts";
import { listDeferring, lockDatabase, noteMigrations } from "../db/database-migrations.ts";
import { findRelease } from "../db/releases.ts";
import { readRouting } from "../db/routing.ts";
import { listDue, planContractions } from "../validation/database/plan-contractions.ts";
import { readDatabaseView } from "../validation/database/read-database-view.ts";
import { tryEach } from "./try-each.ts";

/**
 * Hands the deferred migrations of live releases to the runtime as soon as no release runs that needs what they take
 * away. From then on no such release can come back.
 */
export async function scheduleContractions(context: Context): Promise<void> {
  const { live } = await readRouting(context.db, context.now());
  if (live === null) return;
  await tryEach(await listDeferring(context.db, live), (release) => scheduleFor(context, release));
}

async function scheduleFor(context: Context, key: { slice: string; id: string }): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockDatabase(tx, key.slice);
    const release = await findRelease(tx, key);
    if (!release) return;
    const view = await readDatabaseView({ ...context, db: tx }, key);
    // None overtakes one that failed; that one comes again with the next release.
    if (view.known.some(({ state, release: by }) => state === "failed" && by === key.id)) return;
    const due = listDue(planContractions(release, view));
    if (due.length === 0) return;
    await noteMigrations(tx, key, due, { state: "due", at: context.now() });
    const migrations = due.map(({ name }) => name);
    context.log.info({ ...key, migrations }, "no release needs any more what these migrations take away");
  });
}
