import { sliceway } from "../platform/sliceway.ts";
import { liveRelease, readStatus } from "../platform/status.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";
import { same } from "./same.ts";

/** The canary has the share and the release that it had. */
export async function checkCanary({ presentDir, site }: Stage, { status }: OldInstallation): Promise<string> {
  const [canary] = status.canaries;
  if (!canary) throw new Error("there was none");
  same((await readStatus(presentDir, site)).canaries, status.canaries);
  return `${canary.releases.join(" ")} at ${canary.percent}%`;
}

/** The canary becomes what is live. */
export async function promoteCanary(stage: Stage, { status }: OldInstallation): Promise<string> {
  const { presentDir, site } = stage;
  await sliceway(presentDir, site, "promote", "posts", "--to", "100");
  const live = liveRelease(await readStatus(presentDir, site), "posts");
  return `${same(live, status.canaries[0]?.releases[0])} is live`;
}
