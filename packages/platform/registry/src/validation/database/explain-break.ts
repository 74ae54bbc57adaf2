import { type Problem, type Release, releaseRef } from "@sliceway/protocol";
import type { Effect } from "../sql/effect.ts";
import type { RunningRelease } from "./database-view.ts";

/** Says of a migration that would break running releases which ones, why they run, and what to do instead. */
export function explainBreak(
  { slice }: Release,
  effect: Effect,
  hit: readonly RunningRelease[],
): Pick<Problem, "code" | "message" | "fix"> {
  const names = hit.map(({ release, why }) => `${releaseRef(release)} (${why})`).join(", ");
  if (effect.kind === "narrows")
    return {
      code: "MIGRATION_NARROWS",
      message: `This migration ${effect.words}. The database would then refuse what running releases may write: ${names}.`,
      fix: narrowWayOut(effect),
    };
  if (effect.table === null)
    return {
      code: "MIGRATION_BREAKS",
      message: `This migration ${effect.words}. Running releases may rely on what it touches: ${names}.`,
      fix: DEFER,
    };
  return {
    code: "MIGRATION_BREAKS",
    message: `This migration ${effect.words}, which running releases ${verbOf(hit)}: ${names}.`,
    fix: wayOut(slice, effect.table, effect.columns),
  };
}

/** A release that does not list what it uses may use anything. */
function verbOf(hit: readonly RunningRelease[]): string {
  return hit.every(({ release }) => release.database) ? "use" : "may use";
}

const DEFER =
  "Move the statement to a file of server/migrations/contract/: there it waits until they have retired.";

function wayOut(slice: string, table: string, columns: readonly string[]): string {
  const names = columns.length > 0 ? columns.map((column) => `${table}.${column}`) : [table];
  const list = names.map((name) => `"${name}"`).join(", ");
  return `${DEFER} Or take two steps: write "database": { "unused": [${list}] } into the slice.json of ${slice} and deploy that; repeat this one when the releases before it have retired.`;
}

function narrowWayOut({ words }: Effect): string {
  return words.startsWith("adds the column")
    ? "Give the column a default, or let it be null until every release that runs fills it."
    : DEFER;
}
