import type { Io } from "../io.ts";
import { renderMs } from "../report/render-ms.ts";
import { type Step, startStep } from "../report/steps.ts";

/** What somebody who works on a slice sees in the terminal. */
export interface DevReport {
  /** What is done before there is a link. */
  prepare(name: string): Step;
  /** The link. */
  open(preview: { slice: string; name: string; url: string }): void;
  /** One line: `15:04:05  restarted  0.9 s  posts@3f9c2a1b04de`. */
  tell(what: string, detail: string, ms?: number): void;
  /** Why a save did not come through. Not told again while it stays. */
  problem(text: string | null): void;
}

export function createDevReport(io: Io): DevReport {
  const { bold, cyan, dim, green, red } = io.colors;
  let told: string | null = null;
  const line = (mark: string, what: string, rest: string) =>
    io.print(`${dim(new Date().toLocaleTimeString("en-GB"))} ${mark} ${what.padEnd(9)}  ${rest}`);
  return {
    prepare: (name) => startStep(io, name),
    open({ slice, name, url }) {
      io.print("");
      io.print(`open  ${cyan(url)}`);
      io.print(`dev   ${bold(slice)} as the preview ${name}, for who has this link`);
      io.print(`end   Ctrl-C`);
      io.print("");
    },
    tell: (what, detail, ms) =>
      line(green("✔"), what, [ms !== undefined && dim(renderMs(ms)), detail].filter(Boolean).join("  ")),
    problem(text) {
      if (text === told) return;
      told = text;
      if (text === null) return;
      line(red("✘"), "error", "what was there before stays");
      io.warn(text.replaceAll(/^/gm, "  "));
    },
  };
}
