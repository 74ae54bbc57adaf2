import type { Rows, TableRows } from "./record-rows.ts";
import { kindOf } from "./table-kinds.ts";

export interface RowsComparison {
  tables: number;
  /** Rows that had to be there again, and those of them that had to say the same. */
  rows: number;
  unchanged: number;
  /** A line for each table with a row that is gone or says something else. */
  problems: string[];
}

/** Whether every row that was there is there still, as its table's kind asks for. */
export function compareRows(before: Rows, after: Rows): RowsComparison {
  const comparison: RowsComparison = { tables: 0, rows: 0, unchanged: 0, problems: [] };
  for (const [table, old] of before) {
    const kind = kindOf(table);
    if (kind === "passing") continue;
    const { gone, changed } = compareTable(old, after.get(table));
    comparison.tables += 1;
    comparison.rows += old.rows.size;
    if (kind === "kept") comparison.unchanged += old.rows.size;
    if (gone.length > 0) comparison.problems.push(`${table}: ${describe(gone, old)} gone`);
    if (kind === "kept" && changed.length > 0)
      comparison.problems.push(`${table}: ${describe(changed, old)} changed`);
  }
  return comparison;
}

function compareTable(old: TableRows, now: TableRows | undefined): { gone: string[]; changed: string[] } {
  const keys = [...old.rows.keys()];
  const gone = keys.filter((key) => !now?.rows.has(key));
  const changed = keys.filter((key) => now?.rows.has(key) && now.rows.get(key) !== old.rows.get(key));
  return { gone, changed };
}

function describe(keys: string[], { rows }: TableRows): string {
  return `${keys.length} of ${rows.size} rows (${keys.slice(0, 3).join(", ")})`;
}
