import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { computeReleaseId, type ReadReleaseFile, type Release, releaseSchema } from "@sliceway/protocol";
import { parseFile } from "@sliceway/service-kit";
import { type ReleaseDraft, sealRelease } from "./seal-release.ts";

interface Places {
  /** Holds the draft's files, and goes. */
  workDir: string;
  releasesDir: string;
  /** Leaves out what only many readers are worth: compressed twins. */
  development?: boolean | undefined;
  /** Called if there is no such release yet. */
  onSeal?: () => void;
}

/** Gives a draft its id and moves it to `<releasesDir>/<slice>/<id>/`; what lies there already is left as it is. */
export async function storeRelease(
  draft: ReleaseDraft,
  { workDir, releasesDir, development = false, onSeal }: Places,
): Promise<Release> {
  const id = await computeReleaseId(draft, readReleaseFile(workDir));
  const home = join(releasesDir, draft.slice, id);
  if (existsSync(join(home, "release.json")))
    return await parseFile(releaseSchema, join(home, "release.json"));
  onSeal?.();
  const release = await sealRelease(draft, { id, dir: workDir, compress: !development });
  await moveInto(workDir, home);
  return release;
}

/** Another build may have been first with the same content; a folder without release.json is what an ended one left. */
async function moveInto(workDir: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  try {
    await rename(workDir, home);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    if (existsSync(join(home, "release.json"))) return;
    await rm(home, { recursive: true, force: true });
    await rename(workDir, home);
  }
}

/** Reads files of the release that lies in `dir`. */
function readReleaseFile(dir: string): ReadReleaseFile {
  return (path) => readFile(join(dir, path));
}
