import { CommanderError } from "commander";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";
import { renderError } from "./report/render-error.ts";

/** Runs one command, `["deploy", "posts"]`, and answers with the process's exit code. Never throws. */
export async function run(argv: string[], io: Io): Promise<number> {
  try {
    const program = await createProgram(argv, io);
    await program.parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    // Commander has said itself what is wrong; `--help` and `--version` come this way too.
    if (error instanceof CommanderError) return error.exitCode;
    io.warn(renderError(error, io));
    return 1;
  }
}
