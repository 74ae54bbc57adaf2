import type { Problem } from "@sliceway/protocol";
import type { Colors } from "../io.ts";
import { renderProblem } from "./render-problem.ts";

/** Problems that refuse nothing, below a line that says so. Nothing at all where there are none. */
export function renderWarnings(warnings: readonly Problem[], colors: Colors): string[] {
  if (warnings.length === 0) return [];
  return [
    "",
    colors.yellow("Look at this; it refuses nothing:"),
    ...warnings.flatMap((warning) => ["", renderProblem(warning, colors)]),
  ];
}
