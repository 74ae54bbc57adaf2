import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "@sliceway/protocol";
import type { Project } from "../project/find-project.ts";

/** Problems name files within their slice. Where the file lies in this tree, its path becomes one to click on. */
export function locateProblem(problem: Problem, { slices }: Project, cwd: string): Problem {
  const sliceDir = problem.slice && slices.get(problem.slice);
  if (!sliceDir || !problem.file) return problem;
  const path = join(sliceDir, problem.file);
  return existsSync(path) ? { ...problem, file: relative(cwd, path) } : problem;
}
