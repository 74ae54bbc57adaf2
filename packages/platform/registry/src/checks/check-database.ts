import type { Release } from "@sliceway/protocol";
import { checkFloor } from "./check-floor.ts";
import { checkHistory } from "./check-history.ts";
import { checkNewMigration } from "./check-new-migration.ts";
import { type DatabaseView, listNew } from "./database-view.ts";
import { type Findings, joinFindings } from "./findings.ts";

/**
 * Judges a release by the database that it shares with every release of its slice that runs. Its migrations may not
 * take away what they use, nor hold up their writes; and what it uses itself may not be gone.
 */
export function checkDatabase(release: Release, view: DatabaseView): Findings {
  const history = checkHistory(release, view);
  if (history.length > 0) return { problems: history, warnings: [] };
  const fresh = listNew(release, view).map((migration) => checkNewMigration(release, migration, view));
  return joinFindings([{ problems: checkFloor(release, view), warnings: [] }, ...fresh]);
}
