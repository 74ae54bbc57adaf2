import { editFile } from "../installation/edit-file.ts";
import { presentEdit } from "../network/edits.ts";
import { readLivePlace } from "../network/people.ts";
import { sliceway } from "../platform/sliceway.ts";
import { liveRelease, readStatus } from "../platform/status.ts";
import { startLoad, summarizeLoad } from "../trial/load.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";
import { same } from "./same.ts";

/** With the feeds go live whose pages they link to by name, and the shell: the old releases name no routes. */
const SET = ["shell", "login", "friends", "feeds"];

/** Releases that are built with the present code go live, and the feeds back again; no request fails by it. */
export async function checkSwap(stage: Stage, { members, status }: OldInstallation): Promise<string> {
  const { presentDir, site } = stage;
  await editFile(presentDir, presentEdit);
  // Bundlers take the whole machine, which is not what the load is to see.
  for (const slice of SET) await sliceway(presentDir, site, "build", slice);
  const load = startLoad(await readLivePlace(site), members);
  let deployed = "";
  try {
    await sliceway(presentDir, site, "deploy", ...SET);
    deployed = liveRelease(await readStatus(presentDir, site), "feeds");
    await sliceway(presentDir, site, "rollback", "feeds");
  } finally {
    deployed += ` and back: ${summarizeLoad(await load.stop())}`;
  }
  same(liveRelease(await readStatus(presentDir, site), "feeds"), liveRelease(status, "feeds"));
  return deployed;
}
