import { SlicewayError } from "@sliceway/errors";
import { sleep } from "@sliceway/service-kit";
import { errors } from "../errors.ts";
import type { Contestant, Effects } from "./contestant.ts";

const POLL_MS = 100;
const STILL_MS = 60_000;

/** Waits until there are so many. Throws `BENCH_STUCK` if nothing has come for a minute. */
export async function waitForEffects(contestant: Contestant, count: number): Promise<Effects> {
  let movedAt = performance.now();
  for (let before = 0; ; await sleep(POLL_MS)) {
    const effects = await contestant.readEffects();
    if (effects.count >= count) return effects;
    if (effects.count !== before) movedAt = performance.now();
    if (performance.now() - movedAt > STILL_MS) throw stuck(effects.count, count);
    before = effects.count;
  }
}

function stuck(count: number, wanted: number): SlicewayError {
  return new SlicewayError(errors.BENCH_STUCK(`Only ${count} of ${wanted} events had their effect.`));
}
