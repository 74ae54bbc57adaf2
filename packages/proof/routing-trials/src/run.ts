import { startTestPostgres } from "@sliceway/postgres/testing";
import type { Numbered } from "./commands/command.ts";
import { planCommands } from "./commands/plan-commands.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { renderFailure, renderResult } from "./report.ts";
import { runTrial } from "./trial/run-trial.ts";
import { keepOnly, shrink } from "./trial/shrink.ts";

export interface Io {
  /** The result. */
  print(text: string): void;
  /** What is being done. */
  progress(text: string): void;
}

const SHRINK_BOUNDS = { tries: 60, ms: 10 * 60_000 };

/** Runs the trial that the arguments ask for; gives the exit code. */
export async function run(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if (options.help) {
    io.print(HELP);
    return 0;
  }
  io.progress(`seed ${options.seed}`);
  return await tryCommands(options, io);
}

async function tryCommands(options: Options, { print, progress }: Io): Promise<number> {
  await using postgres = await startTestPostgres();
  const planned = planCommands(options.seed, options.commands);
  const groups = options.only ? keepOnly(planned, options.only) : planned;
  const tell = options.verbose ? { progress } : {};
  const result = await runTrial({ postgres, groups, ...tell });
  if (result.ok) {
    print(renderResult(options, groups, result));
    return 0;
  }
  progress(result.reason);
  const failing = groups.slice(0, result.at);
  const fails = async (shorter: readonly (readonly Numbered[])[]) => {
    progress(`trying ${shorter.flat().length} commands`);
    return !(await runTrial({ postgres, groups: shorter })).ok;
  };
  const shortest = options["no-shrink"] ? failing : await shrink(failing, fails, SHRINK_BOUNDS);
  print(renderFailure(options, shortest, result));
  return 1;
}
