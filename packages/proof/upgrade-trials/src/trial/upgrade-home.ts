import { checkBegun } from "../checks/check-begun.ts";
import { checkCanary, promoteCanary } from "../checks/check-canary.ts";
import { checkDeadLetter } from "../checks/check-dead-letter.ts";
import { checkEvents } from "../checks/check-events.ts";
import { checkPages } from "../checks/check-pages.ts";
import { checkPreview } from "../checks/check-preview.ts";
import { checkRows } from "../checks/check-rows.ts";
import { checkSwap } from "../checks/check-swap.ts";
import { same } from "../checks/same.ts";
import { childrenOf } from "../platform/site.ts";
import { startUp } from "../platform/start-up.ts";
import { visitInNewTab } from "../tab/old-tab.ts";
import { beginDeployment } from "./begin-deployment.ts";
import { startOldInstallation } from "./old-installation.ts";
import type { Stage } from "./stage.ts";

/**
 * A home that the old code runs is stopped, `cleanly` or by kills, in the middle of a deployment, and started with the
 * present code.
 */
export async function upgradeHome(stage: Stage, { cleanly }: { cleanly: boolean }): Promise<void> {
  const { oldDir, presentDir, site, browser, findings, tell } = stage;
  const part = cleanly ? "stopped" : "killed";
  const check = (what: string, look: () => Promise<string>) => findings.check(part, what, look);
  tell(`${part}: starting the old code`);
  await using old = await startOldInstallation(stage);
  const begun = await beginDeployment(oldDir, site, "friends");
  await (cleanly ? old.up.stop() : old.up.kill());
  await begun.leave();

  tell(`${part}: starting the present code`);
  const startedAt = performance.now();
  await using present = await startUp(presentDir, site);
  await check("starts", async () => `ready in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  await check("rows", () => checkRows(site.home, old.rows));
  await check("pages", () => checkPages(stage, old));
  await check("old tab", () => old.tab.goOn());
  await check("new tab", async () => `came at ${await visitInNewTab(browser, old.place, old.members[1])}`);
  await check("canary", () => checkCanary(stage, old));
  await check("preview link", () => checkPreview(stage, old));
  await check("dead letter", () => checkDeadLetter(stage, old));
  await check("begun deployment", () => checkBegun(stage, begun.id));
  await check("promotion", () => promoteCanary(stage, old));
  await check("deployment, rollback", () => checkSwap(stage, old));
  await check("events", () => checkEvents(stage, old));
  // The dead letter has gone with its replay.
  old.rows.delete("feeds.sliceway.parked");
  await check("rows, at the end", () => checkRows(site.home, old.rows));
  await check("stops", async () => {
    await present.stop();
    return `${same(childrenOf(site), [])} runs on`;
  });
}
