import { sleep } from "@sliceway/service-kit";
import type { Pair } from "../world/start-world.ts";
import { countOutbox, countPair } from "./read-pair.ts";

const POLL_MS = 50;
/** Longer than any pause before something is tried again that is to be expected. */
const PATIENCE_MS = 20_000;

/** Waits until all that has happened by now has had its effect; or until nothing moves any more. */
export async function waitUntilCaughtUp(pair: Pair, patienceMs?: number): Promise<void> {
  const { changes } = await countPair(pair);
  await waitWhileMoving(async () => {
    const { effects } = await countPair(pair);
    return { isDone: effects >= changes, state: `${effects}` };
  }, patienceMs);
}

/** Waits until all that there is has had its effect and nothing is left to be told; or until nothing moves any more. */
export async function waitUntilDrained(pair: Pair, patienceMs?: number): Promise<void> {
  await waitWhileMoving(async () => {
    const [{ changes, effects }, waiting] = [await countPair(pair), await countOutbox(pair)];
    return { isDone: effects >= changes && waiting === 0, state: `${effects} ${waiting}` };
  }, patienceMs);
}

async function waitWhileMoving(
  look: () => Promise<{ isDone: boolean; state: string }>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  let movedAt = performance.now();
  let before = "";
  while (performance.now() - movedAt < patienceMs) {
    const { isDone, state } = await look();
    if (isDone) return;
    if (state !== before) movedAt = performance.now();
    before = state;
    await sleep(POLL_MS);
  }
}
