import { type Io, type Outcome, printOutcome } from "@sliceway/trial-kit";
import type { Config } from "./config.ts";
import { renderPages } from "./old-pages/render-pages.ts";
import { startPagesTrial } from "./old-pages/start-pages-trial.ts";
import { HELP, type Options, readSwapOptions } from "./options.ts";
import { wholeCatalogue } from "./releases/catalogues.ts";
import { renderReport } from "./report/render-report.ts";
import { prepareStage } from "./trial/prepare-stage.ts";
import { runTrial } from "./trial/run-trial.ts";

const PEOPLE = 8;

type Tell = (line: string) => void;

type Verdict = Outcome & { figures: { failed: number } };

/** Runs what `argv` asks for. Resolves to the exit code; rejects when it was stopped, with all processes ended. */
export async function run(argv: string[], config: Config, io: Io, signal: AbortSignal): Promise<number> {
  const options = readSwapOptions(argv);
  if (options.help) {
    io.print(HELP);
    return 0;
  }
  const tell = teller(io, signal);
  const verdict = await (options.tabs ? tryPages(options, config, tell) : trySwaps(options, config, tell));
  printOutcome(verdict, io, options.json);
  return verdict.figures.failed === 0 ? 0 : 1;
}

async function trySwaps(options: Options, { chromiumPath }: Config, tell: Tell): Promise<Verdict> {
  const { swaps, rollbacks, rate: perSecond, period: periodMs } = options;
  await using stage = await prepareStage({ catalogue: wholeCatalogue, tell });
  const tabs = !options["no-browser"];
  const trial = { swaps, rollbacks, perSecond, periodMs, people: PEOPLE, tabs, chromiumPath, tell };
  const report = await runTrial(stage, trial);
  return { figures: report, lines: renderReport(report) };
}

async function tryPages(
  { tabs = 0, budget }: Options,
  { chromiumPath }: Config,
  tell: Tell,
): Promise<Verdict> {
  const report = await startPagesTrial({ tabs, budgetMb: budget, chromiumPath, tell });
  return { figures: report, lines: renderPages(report) };
}

/** Tells what goes on. A trial tells every few seconds, and each time is one at which it can be stopped. */
function teller({ progress }: Io, signal: AbortSignal): Tell {
  return (line) => {
    signal.throwIfAborted();
    progress(line);
  };
}
