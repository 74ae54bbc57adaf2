import { listReplayed, type Replayed } from "@sliceway/events";
import { sleep } from "@sliceway/service-kit";
import type { SliceDatabase } from "./in-slice-database.ts";

const POLL_MS = 200;
/** A consumer that has tried none of them for so long is not there. */
const PATIENCE_MS = 15_000;

/** Waits until each of the replayed events was tried, or none for 15 s; says what became of them, in their order. */
export async function awaitReplayed({ db }: SliceDatabase, ids: readonly string[]): Promise<Replayed[]> {
  let untried = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    const found = await listReplayed(db, ids);
    const left = found.filter(({ outcome }) => outcome === "waiting").length;
    if (left < untried) movedAt = performance.now();
    untried = left;
    if (left === 0 || performance.now() - movedAt > PATIENCE_MS) return found;
    await sleep(POLL_MS);
  }
}
