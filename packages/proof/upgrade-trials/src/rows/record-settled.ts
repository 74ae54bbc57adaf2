import { sleep } from "@sliceway/service-kit";
import { compareRows } from "./compare-rows.ts";
import { type Rows, recordRows } from "./record-rows.ts";

/** Longer than an event is on its way. */
const PAUSE_MS = 2_000;
const PATIENCE_MS = 60_000;

/** Every row, once nothing is on its way any more: after a pause there are no others. */
export async function recordSettled(home: string): Promise<Rows> {
  let rows = await recordRows(home);
  for (const startedAt = performance.now(); performance.now() - startedAt < PATIENCE_MS; ) {
    await sleep(PAUSE_MS);
    const later = await recordRows(home);
    if (compareRows(later, rows).problems.length === 0) return later;
    rows = later;
  }
  throw new Error("Rows go on changing though nobody writes.");
}
