import { launchChromium } from "@sliceway/trial-kit";
import { buildMarked } from "../releases/build-catalogue.ts";
import { firstReleases } from "../releases/catalogues.ts";
import { prepareStage } from "../trial/prepare-stage.ts";
import { pageVariants } from "./page-variants.ts";
import { type PagesReport, runPagesTrial } from "./run-pages-trial.ts";

export interface StartPagesOptions {
  /** How many deployments, and tabs. */
  tabs: number;
  budgetMb: number;
  chromiumPath: string | undefined;
  tell: (line: string) => void;
}

/** Builds the releases, starts a platform with a small memory budget and a browser, and runs the trial on them. */
export async function startPagesTrial(options: StartPagesOptions): Promise<PagesReport> {
  const { tabs, budgetMb, chromiumPath, tell } = options;
  await using stage = await prepareStage({ catalogue: firstReleases, budgetMb, tell });
  tell(`building ${tabs} releases of one slice`);
  const variants = [];
  for (const variant of pageVariants(tabs)) variants.push(await buildMarked(variant));
  await using browser = await launchChromium(chromiumPath);
  const context = await browser.newContext({ locale: "en-US" });
  const budgetBytes = budgetMb * 1024 * 1024;
  return await runPagesTrial({ env: stage.env, context, variants, budgetBytes, tell });
}
