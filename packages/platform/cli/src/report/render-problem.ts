import type { Problem } from "@sliceway/protocol";
import type { Colors } from "../io.ts";
import { withLocalTimes } from "./local-time.ts";

/** A problem in two or three lines: whose and where, what, and what to do. */
export function renderProblem(problem: Problem, colors: Colors): string {
  const { bold, dim } = colors;
  const whose = problem.slice && problem.release ? `${problem.slice}@${problem.release}` : problem.slice;
  const where = problem.file && problem.line ? `${problem.file}:${problem.line}` : problem.file;
  const head = [whose && bold(whose), problem.operation, where && dim(where)].filter(Boolean).join("  ");
  return [...(head ? [head] : []), indent(withLocalTimes(problem.message)), indent(`-> ${problem.fix}`)].join(
    "\n",
  );
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
