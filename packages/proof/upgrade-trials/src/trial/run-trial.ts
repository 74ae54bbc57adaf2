import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium } from "@sliceway/trial-kit";
import { copyPresent } from "../installation/copy-present.ts";
import { linkTree } from "../installation/link-tree.ts";
import { openCheckout } from "../installation/open-checkout.ts";
import { createSite } from "../platform/site.ts";
import { type Finding, Findings } from "../report/findings.ts";
import { type Part, partNames } from "./parts.ts";
import type { Stage } from "./stage.ts";
import { upgradeGateway } from "./upgrade-gateway.ts";
import { upgradeHome } from "./upgrade-home.ts";

const ways: Record<Part, (stage: Stage) => Promise<void>> = {
  killed: (stage) => upgradeHome(stage, { cleanly: false }),
  stopped: (stage) => upgradeHome(stage, { cleanly: true }),
  gateway: upgradeGateway,
};

export interface TrialOptions {
  /** The commit to come from. */
  from: string;
  parts: readonly Part[];
  chromiumPath?: string | undefined;
  /** Told what goes on, a line each. */
  tell: (line: string) => void;
}

/**
 * Upgrades installations that the code of another commit has made to the present code, in several ways, and looks whether all goes on.
 * Throws SlicewayError `OLD_CODE_MISSING` or `OLD_CODE_NOT_INSTALLED`.
 */
export async function runTrial({ from, parts, chromiumPath, tell }: TrialOptions): Promise<Finding[]> {
  await using stack = new AsyncDisposableStack();
  const { commit, dir } = await openCheckout(from, tell);
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "sliceway-upgrade-")));
  stack.defer(() => rm(scratch, { recursive: true, force: true }));
  const [oldDir, presentDir] = [join(scratch, "old"), join(scratch, "present")];
  await linkTree(dir, oldDir);
  await copyPresent(presentDir);
  const site = await createSite(join(scratch, "home"));
  const browser = await launchChromium(chromiumPath);
  stack.defer(() => browser.close());
  const findings = new Findings(tell);
  const stage = { commit, oldDir, presentDir, site, browser, findings, tell };
  // In their own order: the last one leaves the present code in the old folder.
  for (const part of partNames.filter((name) => parts.includes(name))) {
    await ways[part](stage).catch((error: Error) =>
      findings.check(part, "whole", () => Promise.reject(error)),
    );
  }
  return findings.list;
}
