import { flow } from "../report/flow.ts";
import { inOneLine } from "../report/in-one-line.ts";
import { withClockTimes } from "../report/local-time.ts";
import { label } from "./label.ts";
import type { View, WholeStatus } from "./status-view.ts";

type Contraction = WholeStatus["contractions"][number];

/** A migration that takes something away, and what it waits for: below it there is no way back. */
export function renderContraction(contraction: Contraction, { colors, width }: View): string[] {
  const { slice, name } = contraction;
  return flow(label("later", colors), [`${slice} ${name}`, ...renderState(contraction, colors)], width);
}

function renderState({ state, waitsFor, error }: Contraction, { red, dim }: View["colors"]): string[] {
  switch (state) {
    case "waiting":
      return waitsFor.map(({ release, why }) => dim(`waits for ${release}: ${withClockTimes(why)}`));
    case "due":
      return ["runs now"];
    case "failed":
      return [red(`failed: ${inOneLine(error ?? "")}`)];
    default:
      return state satisfies never;
  }
}
