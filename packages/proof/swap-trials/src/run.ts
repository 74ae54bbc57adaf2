import type { Config } from "./config.ts";
import { renderPages } from "./old-pages/render-pages.ts";
import { startPagesTrial } from "./old-pages/start-pages-trial.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { wholeCatalogue } from "./releases/catalogues.ts";
import { renderReport } from "./report/render-report.ts";
import { prepareStage } from "./trial/prepare-stage.ts";
import { runTrial } from "./trial/run-trial.ts";

const PEOPLE = 8;

type Tell = (line: string) => void;

interface Finding {
  figures: { failed: number };
  lines: string[];
}

/**
 * Runs what `argv` asks for. Progress goes to standard error, the result to standard output. Resolves to the exit code;
 * rejects when it was stopped, with all processes ended.
 */
export async function run(argv: string[], config: Config, signal: AbortSignal): Promise<number> {
  const options = readOptions(argv);
  if (options.help) {
    print(HELP);
    return 0;
  }
  const tell = teller(signal);
  const { figures, lines } = await (options.tabs
    ? tryPages(options, config, tell)
    : trySwaps(options, config, tell));
  print(options.json ? JSON.stringify(figures, null, 2) : lines.join("\n"));
  return figures.failed === 0 ? 0 : 1;
}

async function trySwaps(options: Options, { chromiumPath }: Config, tell: Tell): Promise<Finding> {
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
): Promise<Finding> {
  const report = await startPagesTrial({ tabs, budgetMb: budget, chromiumPath, tell });
  return { figures: report, lines: renderPages(report) };
}

/** Tells what goes on. A trial tells every few seconds, and each time is one at which it can be stopped. */
function teller(signal: AbortSignal): Tell {
  return (line) => {
    signal.throwIfAborted();
    process.stderr.write(`${line}\n`);
  };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
