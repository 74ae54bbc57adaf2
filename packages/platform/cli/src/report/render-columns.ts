import { clip, widthOf } from "./clip.ts";
import { renderTable } from "./render-table.ts";

export interface Column {
  head: string;
  /** In what order columns are left out where there is no room for all: the lowest first. Without it: never. */
  leave?: number;
}

type Rows = readonly (readonly string[])[];

const GAP = 2;
/** What the last column has at least before another is left out for it. */
const LAST = 22;

/** A table with a head, as wide as the terminal at most: it leaves columns out, then cuts the last one. */
export function renderColumns(
  columns: readonly Column[],
  rows: Rows,
  { width, paint }: { width: number; paint: (head: string) => string },
): string[] {
  const table = [columns.map(({ head }) => paint(head)), ...rows];
  const shown = chooseColumns(columns, table, width);
  const picked = table.map((row) => shown.map((index) => row[index] ?? ""));
  return renderTable(picked).map((line) => clip(line, width));
}

/** The columns that have something to show, as many as there is room for. */
function chooseColumns(columns: readonly Column[], table: Rows, width: number): number[] {
  let shown = [...columns.keys()].filter((index) => table.slice(1).some((row) => row[index]));
  const leaving = shown
    .filter((index) => columns[index]?.leave !== undefined)
    .sort((a, b) => (columns[a]?.leave ?? 0) - (columns[b]?.leave ?? 0));
  for (const index of leaving) {
    if (leastWidth(shown, table) <= width) break;
    shown = shown.filter((other) => other !== index);
  }
  return shown;
}

function leastWidth(shown: readonly number[], table: Rows): number {
  const widths = shown.map((index) => Math.max(...table.map((row) => widthOf(row[index] ?? ""))));
  const last = Math.min(widths.pop() ?? 0, LAST);
  return widths.reduce((total, width) => total + width + GAP, last);
}
