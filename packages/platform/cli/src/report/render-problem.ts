import type { Problem } from "@sliceway/protocol";
import type { Colors } from "../io.ts";
import { withLocalTimes } from "./local-time.ts";

/** A problem in three lines: whose, where and its code, what, and what to do. */
export function renderProblem(problem: Problem, colors: Colors): string {
  const { bold, dim } = colors;
  const whose = problem.slice && problem.release ? `${problem.slice}@${problem.release}` : problem.slice;
  const where = problem.file && problem.line ? `${problem.file}:${problem.line}` : problem.file;
  const head = [whose && bold(whose), problem.operation, where && dim(where), dim(problem.code)];
  return [
    head.filter(Boolean).join("  "),
    indent(withLocalTimes(problem.message)),
    indent(`-> ${problem.fix}`),
  ].join("\n");
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
