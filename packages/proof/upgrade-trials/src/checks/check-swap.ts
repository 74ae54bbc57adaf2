import { editFile } from "../installation/edit-file.ts";
import { presentEdit } from "../network/edits.ts";
import { readLivePlace } from "../network/people.ts";
import { sliceway } from "../platform/sliceway.ts";
import { liveRelease, readStatus } from "../platform/status.ts";
import { startLoad, summarizeLoad } from "../trial/load.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";
import { same } from "./same.ts";

/** A release that is built with the present code goes live and is rolled back, and no request fails by it. */
export async function checkSwap(stage: Stage, { members, status }: OldInstallation): Promise<string> {
  const { presentDir, site } = stage;
  await editFile(presentDir, presentEdit);
  // Bundlers take the whole machine, which is not what the load is to see.
  await sliceway(presentDir, site, "build", "feeds");
  const load = startLoad(await readLivePlace(site), members);
  let deployed = "";
  try {
    await sliceway(presentDir, site, "deploy", "feeds");
    deployed = liveRelease(await readStatus(presentDir, site), "feeds");
    await sliceway(presentDir, site, "rollback", "feeds");
  } finally {
    deployed += ` and back: ${summarizeLoad(await load.stop())}`;
  }
  same(liveRelease(await readStatus(presentDir, site), "feeds"), liveRelease(status, "feeds"));
  return deployed;
}
