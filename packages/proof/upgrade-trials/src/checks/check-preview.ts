import { PREVIEW } from "../network/old-home.ts";
import { readStatus } from "../platform/status.ts";
import { visitPreview } from "../tab/old-tab.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";
import { same } from "./same.ts";

/** The link that the old code has made shows the preview, in a browser that nobody knows. */
export async function checkPreview(stage: Stage, { previewUrl }: OldInstallation): Promise<string> {
  const { presentDir, site, browser } = stage;
  const { previews } = await readStatus(presentDir, site);
  const shown = previews.find(({ name }) => name === PREVIEW);
  return same(await visitPreview(browser, previewUrl), shown?.vector);
}
