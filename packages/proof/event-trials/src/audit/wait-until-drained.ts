import { sleep } from "@sliceway/service-kit";
import type { Pair } from "../world/start-world.ts";
import { countOutbox, countPair } from "./read-pair.ts";

const POLL_MS = 50;
/** Longer than any pause before something is tried again that is to be expected. */
const PATIENCE_MS = 20_000;

export interface Patience {
  /** How long nothing may move before what is missing is given up. Default 20 s. */
  patienceMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Waits until all that has happened by now has had its effect; or until nothing moves any more. */
export async function waitUntilCaughtUp(pair: Pair, patience: Patience): Promise<void> {
  const { changes } = await countPair(pair);
  await waitWhileMoving(patience, async () => {
    const { effects } = await countPair(pair);
    return { isDone: effects >= changes, state: `${effects}` };
  });
}

/** Waits until all that there is has had its effect and nothing is left to be published; or until nothing moves any more. */
export async function waitUntilDrained(pair: Pair, patience: Patience): Promise<void> {
  await waitWhileMoving(patience, async () => {
    const [{ changes, effects }, waiting] = [await countPair(pair), await countOutbox(pair)];
    return { isDone: effects >= changes && waiting === 0, state: `${effects} ${waiting}` };
  });
}

async function waitWhileMoving(
  { patienceMs = PATIENCE_MS, signal }: Patience,
  look: () => Promise<{ isDone: boolean; state: string }>,
): Promise<void> {
  let movedAt = performance.now();
  let before = "";
  while (performance.now() - movedAt < patienceMs) {
    const { isDone, state } = await look();
    if (isDone) return;
    if (state !== before) movedAt = performance.now();
    before = state;
    await sleep(POLL_MS, signal);
  }
}
