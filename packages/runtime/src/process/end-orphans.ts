import { type ChildRecord, listChildren, readRecords, removeRecord } from "./child-records.ts";
import { endProcess } from "./end-process.ts";

/** Their terminal and log are gone, so there is nothing to wait for but what they have in flight. */
const GRACE_MS = 3_000;

/** Ends what an earlier run left behind when it was killed. Returns what it found running. */
export async function endOrphans(runDir: string): Promise<ChildRecord[]> {
  const orphans = listChildren(runDir);
  await Promise.all(orphans.map((orphan) => endProcess(orphan, GRACE_MS)));
  for (const { pid } of readRecords(runDir)) removeRecord(runDir, pid);
  return orphans;
}
