import { sleep } from "@sliceway/service-kit";
import type { Step } from "../plan/plan-steps.ts";
import { SETTLE_MS } from "../report/phases.ts";
import { type Swap, stepLine } from "./swap.ts";
import { type StepStage, takeStep } from "./swap-driver.ts";
import type { TrialOptions } from "./trial-options.ts";
import type { Turns } from "./turns.ts";

/** Steady load before the first swap: what nothing has happened to yet. */
const BEFORE_MS = 5000;
/** Steady load between two swaps, at least. */
const BETWEEN_MS = 700;

type DriveOptions = StepStage & Pick<TrialOptions, "periodMs" | "onSwap" | "tell"> & { turns: Turns };

/** Takes one step after the other, with steady load before, between and after them. */
export async function driveSteps(steps: readonly Step[], options: DriveOptions): Promise<Swap[]> {
  const { requests, turns, periodMs, onSwap, tell } = options;
  const swaps: Swap[] = [];
  await sleep(BEFORE_MS);
  for (const step of steps) {
    const swap = await takeStep(options, step);
    swaps.push(swap);
    await onSwap?.(swap);
    tell(stepLine(swap, { number: swaps.length, total: steps.length }, requests));
    turns.advance();
    const over = performance.now() - swap.whole.from;
    await sleep(Math.max(SETTLE_MS + BETWEEN_MS, periodMs - over));
  }
  turns.end();
  return swaps;
}
