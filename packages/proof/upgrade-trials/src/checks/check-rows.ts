import { compareRows } from "../rows/compare-rows.ts";
import { type Rows, recordRows } from "../rows/record-rows.ts";

/** Every row that stood in a home's databases stands there still. */
export async function checkRows(home: string, before: Rows): Promise<string> {
  const { tables, rows, unchanged, problems } = compareRows(before, await recordRows(home, before));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return `${rows} rows of ${tables} tables are there, ${unchanged} of them unchanged`;
}
