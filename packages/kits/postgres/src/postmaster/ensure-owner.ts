import { lchown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "../cluster/cluster.ts";
import { ownerOfFiles } from "../cluster/run-as.ts";

/**
 * PostgreSQL runs only on files of its own user. Root's way of running it may change between starts (a container
 * with other rights), so root hands the files over.
 */
export async function ensureOwner({ dataDir, runAs }: Cluster): Promise<void> {
  const { uid, gid } = ownerOfFiles(runAs);
  if (process.geteuid?.() !== 0 || (await stat(dataDir)).uid === uid) return;
  for (const name of await readdir(dataDir, { recursive: true })) await lchown(join(dataDir, name), uid, gid);
  await lchown(dataDir, uid, gid);
}
