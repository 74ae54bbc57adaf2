import { existsSync } from "node:fs";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import type { Release } from "@sliceway/protocol";
import { type Documents, generate } from "@sliceway/web-kit/build";
import { startScratchPostgres } from "../database/scratch-postgres.ts";
import { writeDatabase } from "../database/write-database.ts";
import { readManifest } from "../release/read-manifest.ts";
import { buildWork, type WorkParts } from "./build-work.ts";
import type { DevReport } from "./dev-report.ts";
import type { Remote } from "./remote.ts";

export interface SaveParts extends Pick<WorkParts, "dev" | "sliceDir" | "releasesDir" | "bundle"> {
  remote: Remote;
  report: DevReport;
}

/** A release of the slice as it lies in the tree. What follows from its sources is written anew. Throws what a build throws. */
export async function buildSave({ remote, report, ...place }: SaveParts): Promise<Release> {
  const { sliceDir } = place;
  const manifest = await readManifest(sliceDir);
  const hasDocuments = manifest.web && existsSync(join(sliceDir, "web/src"));
  const documents: Documents = hasDocuments
    ? await generate({ sliceDir })
    : { operations: [], fragments: [] };
  const hot = await remote.get(manifest);
  if (hot?.problem) throw hot.problem;
  const parts = { ...place, manifest, documents, hot };
  try {
    return await buildWork(parts);
  } catch (error) {
    if (!(error instanceof SlicewayError) || error.code !== "SCHEMA_STALE") throw error;
    await refreshDatabase(parts, report);
    return await buildWork(parts);
  }
}

/** Migrations have changed, and with them the types of the tables. */
async function refreshDatabase({ manifest, sliceDir }: WorkParts, report: DevReport): Promise<void> {
  const startedAt = performance.now();
  await using postgres = await startScratchPostgres();
  const files = await writeDatabase(manifest, sliceDir, await postgres.createDatabase());
  report.tell("generated", files.join(", "), performance.now() - startedAt);
}
