import type { Release } from "@sliceway/protocol";
import { type Findings, joinFindings } from "../findings.ts";
import { type DatabaseView, listNew } from "./database-view.ts";
import { validateFloor } from "./validate-floor.ts";
import { validateHistory } from "./validate-history.ts";
import { validateNewMigration } from "./validate-new-migration.ts";

/**
 * Validates a release by the database that it shares with every release of its slice that runs. Its migrations may not
 * take away what they use, nor hold up their writes; and what it uses itself may not be gone.
 */
export function validateDatabase(release: Release, view: DatabaseView): Findings {
  const history = validateHistory(release, view);
  if (history.length > 0) return { problems: history, warnings: [] };
  const fresh = listNew(release, view).map((migration) => validateNewMigration(release, migration, view));
  return joinFindings([{ problems: validateFloor(release, view), warnings: [] }, ...fresh]);
}
