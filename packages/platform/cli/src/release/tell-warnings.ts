import type { Release } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { locateProblem } from "../deployment/locate-problem.ts";
import { renderWarnings } from "../report/render-warnings.ts";
import { findWarnings } from "./find-warnings.ts";

/** Says what somebody should look at in a release that was built from the tree. */
export async function tellWarnings({ io, project }: Context, release: Release): Promise<void> {
  const warnings = await findWarnings(project, release);
  const located = warnings.map((warning) => locateProblem(warning, project, io.cwd));
  for (const line of renderWarnings(located, io.colors)) io.warn(line);
}
