import type { Effect } from "../sql/effect.ts";
import { parseStatements } from "../sql/parse-statements.ts";
import { statementEffects } from "../sql/statement-effects.ts";

/** What a file of SQL does, statement by statement. Throws SqlUnreadable. */
export function analyzeMigration(sql: string): Effect[] {
  const effects = parseStatements(sql).flatMap(({ node, line }) =>
    statementEffects(node).map((effect): Effect => ({ ...effect, line })),
  );
  return withoutOwnTables(effects);
}

/** Safe while code runs that was written before the migration, or not. */
export type MigrationKind = "expand" | "contract";

/** What cannot be read counts as expanding: it is told apart, as `opaque`. */
export function classifyEffects(effects: readonly Effect[]): MigrationKind {
  return effects.some(isContracting) ? "contract" : "expand";
}

/** Whether older code may fail by it. */
export function isContracting({ kind }: Effect): boolean {
  return kind === "removes" || kind === "narrows";
}

/** Whatever is done to a table that the same file creates, nobody has used it before. */
function withoutOwnTables(effects: Effect[]): Effect[] {
  const own = new Set<string>();
  return effects.filter((effect) => {
    const { kind, table, columns } = effect;
    if (kind === "adds" && columns.length === 0 && table !== null) own.add(table);
    return kind === "adds" || table === null || !own.has(table);
  });
}
