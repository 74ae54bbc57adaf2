import { type Io, printOutcome } from "@sliceway/trial-kit";
import type { Config } from "./config.ts";
import { HELP, readUpgradeOptions } from "./options.ts";
import { renderFindings } from "./report/render-findings.ts";
import { runTrial } from "./trial/run-trial.ts";

/** Runs what `argv` asks for. Resolves to the exit code; rejects when it was stopped, with all processes ended. */
export async function run(argv: string[], config: Config, io: Io, signal: AbortSignal): Promise<number> {
  const { help, json, from, part: parts } = readUpgradeOptions(argv);
  if (help) {
    io.print(HELP);
    return 0;
  }
  // A trial tells every few seconds, and each time is one at which it can be stopped.
  const tell = (line: string) => {
    signal.throwIfAborted();
    io.progress(line);
  };
  const findings = await runTrial({ from, parts, chromiumPath: config.chromiumPath, tell });
  printOutcome({ figures: findings, lines: renderFindings(findings) }, io, json);
  return findings.every(({ ok }) => ok) ? 0 : 1;
}
