import type { ErrorText } from "@sliceway/errors";
import { type Release, releaseRef } from "@sliceway/protocol";
import type { Effect } from "../sql/effect.ts";
import type { RunningRelease } from "./database-view.ts";
import { migrationErrors } from "./migration-errors.ts";

/** Says of a migration that would break running releases which ones, why they run, and what to do instead. */
export function explainBreak({ slice }: Release, effect: Effect, hit: readonly RunningRelease[]): ErrorText {
  const names = hit.map(({ release, why }) => `${releaseRef(release)} (${why})`).join(", ");
  if (effect.kind === "narrows")
    return narrowWayOut(
      effect,
      migrationErrors.MIGRATION_NARROWS(
        `This migration ${effect.words}. The database would then refuse what running releases may write: ${names}.`,
      ),
    );
  if (effect.table === null)
    return migrationErrors.MIGRATION_BREAKS(
      `This migration ${effect.words}. Running releases may rely on what it touches: ${names}.`,
    );
  return {
    ...migrationErrors.MIGRATION_BREAKS(
      `This migration ${effect.words}, which running releases ${verbOf(hit)}: ${names}.`,
    ),
    fix: wayOut(slice, effect.table, effect.columns),
  };
}

/** A release that does not list what it uses may use anything. */
function verbOf(hit: readonly RunningRelease[]): string {
  return hit.every(({ release }) => release.database) ? "use" : "may use";
}

function wayOut(slice: string, table: string, columns: readonly string[]): string {
  const names = columns.length > 0 ? columns.map((column) => `${table}.${column}`) : [table];
  const list = names.map((name) => `"${name}"`).join(", ");
  return `${migrationErrors.MIGRATION_BREAKS.fix} Or take two steps: write "database": { "unused": [${list}] } into the slice.json of ${slice} and deploy that; repeat this one when the releases before it have retired.`;
}

function narrowWayOut({ words }: Effect, text: ErrorText): ErrorText {
  const fix = "Give the column a default, or let it be null until every release that runs fills it.";
  return words.startsWith("adds the column") ? { ...text, fix } : text;
}
