import type { Release, ReleaseMigration } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { lockDatabase } from "../db/database-migrations.ts";
import { listNew } from "./database/database-view.ts";
import { isDeferred } from "./database/migration-place.ts";
import { type Contraction, planContractions } from "./database/plan-contractions.ts";
import { readDatabaseView } from "./database/read-database-view.ts";
import { validateDatabase } from "./database/validate-database.ts";
import { type Findings, joinFindings } from "./findings.ts";

/** What a release would do to its slice's database. */
export interface DatabasePlan {
  release: Release;
  /** No other release of the slice runs. */
  isFirst: boolean;
  /** Run before its servers start. */
  migrations: ReleaseMigration[];
  /** Run when nobody needs any more what they take away. */
  contractions: Contraction[];
}

/**
 * Validates releases by the databases they share with others. With `hold`, nobody else decides about these databases until
 * the transaction ends.
 */
export async function validateDatabases(
  context: Context,
  releases: readonly Release[],
  { hold }: { hold: boolean },
): Promise<Findings & { plans: DatabasePlan[] }> {
  const findings: Findings[] = [];
  const plans: DatabasePlan[] = [];
  const withServer = releases.filter(({ manifest }) => manifest.server);
  for (const release of withServer.toSorted((a, b) => (a.slice < b.slice ? -1 : 1))) {
    if (hold) await lockDatabase(context.db, release.slice);
    const view = await readDatabaseView(context, release);
    findings.push(validateDatabase(release, view));
    plans.push({
      release,
      isFirst: view.running.length === 0,
      migrations: listNew(release, view).filter((migration) => !isDeferred(migration)),
      contractions: planContractions(release, view),
    });
  }
  return { ...joinFindings(findings), plans };
}
