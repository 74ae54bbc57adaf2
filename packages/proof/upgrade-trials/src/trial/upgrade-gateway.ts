import { sleep } from "@sliceway/service-kit";
import { checkEvents } from "../checks/check-events.ts";
import { checkRows } from "../checks/check-rows.ts";
import { same } from "../checks/same.ts";
import { updateSources } from "../installation/copy-present.ts";
import { npmCi } from "../installation/npm-ci.ts";
import { childrenOf, type Site } from "../platform/site.ts";
import { sliceway } from "../platform/sliceway.ts";
import { startUp } from "../platform/start-up.ts";
import { readStatus } from "../platform/status.ts";
import { visitInNewTab } from "../tab/old-tab.ts";
import { startLoad, summarizeLoad } from "./load.ts";
import { startOldInstallation } from "./old-installation.ts";
import type { Stage } from "./stage.ts";

/**
 * The folder of an installation that runs gets the present code, as `git pull && npm ci` would do it; then a gateway of
 * that code takes over from the old one, and at last all of it is started anew. All the while somebody asks.
 */
export async function upgradeGateway(stage: Stage): Promise<void> {
  const { oldDir: dir, site, browser, findings, tell } = stage;
  const check = (what: string, look: () => Promise<string>) => findings.check("gateway", what, look);
  tell("gateway: starting the old code");
  await using old = await startOldInstallation(stage);
  const { place, members } = old;

  await check("new code installed", async () => {
    const before = childrenOf(site);
    const load = startLoad(place, members);
    await install(dir).finally(() => load.stop());
    same(childrenOf(site), before);
    return summarizeLoad(await load.stop());
  });
  const load = startLoad(place, members);
  await check("gateway replaced", () => replaceGateway(dir, site));
  await check("old tab", () => old.tab.goOn());
  await check("new tab", async () => `came at ${await visitInNewTab(browser, place, members[1])}`);
  await check("events", () => checkEvents(stage, old));
  await check("old registry killed", async () => {
    for (const { name, pid } of childrenOf(site)) if (name === "registry") process.kill(pid, "SIGKILL");
    return `a new tab came at ${await visitInNewTab(browser, place, members[1])}`;
  });
  await check("all that was asked", async () => summarizeLoad(await load.stop()));

  await old.up.stop();
  tell("gateway: starting all of the present code");
  await using present = await startUp(dir, site);
  await check("starts anew", async () => {
    same((await readStatus(dir, site)).slices, old.status.slices);
    return "what was live is live";
  });
  await check("rows", () => checkRows(site.home, old.rows));
  await present.stop();
}

async function install(dir: string): Promise<void> {
  await updateSources(dir);
  await npmCi(dir);
}

/** Says for how long both gateways ran beside each other. */
async function replaceGateway(dir: string, site: Site): Promise<string> {
  const over = new AbortController();
  const beside = countBeside(site, over.signal);
  const said = await sliceway(dir, site, "upgrade", "gateway").finally(() => over.abort());
  return `${await beside} s beside each other; ${said.trim().split("\n").at(-1)}`;
}

async function countBeside(site: Site, over: AbortSignal): Promise<string> {
  let ms = 0;
  for (let last = performance.now(); !over.aborted; await sleep(20)) {
    const now = performance.now();
    if (childrenOf(site).filter(({ name }) => name === "gateway").length > 1) ms += now - last;
    last = now;
  }
  return (ms / 1000).toFixed(1);
}
