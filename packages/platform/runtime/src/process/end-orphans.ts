import { type ChildRecord, listChildren, readRecords, removeRecord } from "./child-records.ts";
import { endProcess } from "./end-process.ts";

/** Whoever asked them has gone, so there is little to wait for. */
const GRACE_MS = 3_000;

/** Ends the children that a killed runtime left behind, and waits until they are gone. Returns what still ran. */
export async function endOrphans(runDir: string): Promise<ChildRecord[]> {
  const orphans = listChildren(runDir);
  await Promise.all(orphans.map((orphan) => endProcess(orphan, GRACE_MS)));
  for (const { pid } of readRecords(runDir)) removeRecord(runDir, pid);
  return orphans;
}
