import ora from "ora";
import type { Io } from "../io.ts";
import { renderMs } from "./render-ms.ts";

/** One thing that takes a while. */
export interface Step {
  /** What it waits for just now; shown only where somebody looks on. */
  note(detail: string): void;
  /** `ms`: how long it took, if somebody else measured. */
  done(detail: string, ms?: number): void;
  fail(detail: string, ms?: number): void;
}

/** Begins to show a step: with a spinner on a terminal; else as one line, when it has ended. */
export function startStep(io: Io, name: string): Step {
  const startedAt = performance.now();
  const { dim, green, red } = io.colors;
  const title = name.padEnd(8);
  const spinner = io.interactive ? ora({ text: title, discardStdin: false }).start() : undefined;
  const end = (mark: string, detail: string, ms = performance.now() - startedAt) => {
    spinner?.stop();
    io.print(`${mark} ${title}  ${detail}  ${dim(renderMs(ms))}`);
  };
  return {
    note: (detail) => {
      if (spinner) spinner.text = `${title}  ${dim(detail)}`;
    },
    done: (detail, ms) => end(green("✔"), detail, ms),
    fail: (detail, ms) => end(red("✘"), detail, ms),
  };
}

/** Shows a step while it is worked on. `work` answers with what came of it; `tell` says it in a few words. */
export async function inStep<T>(
  io: Io,
  name: string,
  work: (step: Step) => Promise<T>,
  tell: (result: T) => string,
): Promise<T> {
  const step = startStep(io, name);
  try {
    const result = await work(step);
    step.done(tell(result));
    return result;
  } catch (error) {
    step.fail("failed");
    throw error;
  }
}
