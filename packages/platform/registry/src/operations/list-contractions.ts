import { type Release, type Routing, releaseRef } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/api";
import { planContractions } from "../checks/plan-contractions.ts";
import type { Context } from "../context.ts";
import { listDeferring, listUnfinished } from "../db/database-migrations.ts";
import { findRelease } from "../db/releases.ts";
import { readDatabaseView } from "./read-database-view.ts";

type Contraction = Overview["contractions"][number];

/** Deferred migrations that have not run: what each waits for, that it is being run, or why it failed. */
export async function listContractions(context: Context, { live }: Routing): Promise<Contraction[]> {
  const begun = await listUnfinished(context.db);
  const found: Contraction[] = begun.map((migration) => ({ ...migration, waitsFor: [] }));
  if (live === null) return found;
  for (const key of await listDeferring(context.db, live)) {
    const release = await findRelease(context.db, key);
    if (release) found.push(...(await listWaiting(context, release)));
  }
  return found;
}

async function listWaiting(context: Context, release: Release): Promise<Contraction[]> {
  const view = await readDatabaseView(context, release);
  return planContractions(release, view).map(({ migration, waitsFor }) => ({
    slice: release.slice,
    release: release.id,
    name: migration.name,
    state: "waiting",
    waitsFor: waitsFor.map(({ release: other, why }) => ({ release: releaseRef(other), why })),
    error: null,
  }));
}
