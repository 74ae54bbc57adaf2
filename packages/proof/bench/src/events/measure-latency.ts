import { sleep } from "@sliceway/service-kit";
import { figuresOf } from "@sliceway/trial-kit";
import type { StartContestant } from "./contestant.ts";
import { waitForEffects } from "./wait-for-effects.ts";

const WARM_UP = 50;
const EVERY_MS = 20;

/** Milliseconds from just before a commit to the handler's call, while nothing else happens. */
export interface Latency {
  p50: number;
  p99: number;
}

/** Of so many events, one every 20 ms. */
export async function measureLatency(start: StartContestant, events: number): Promise<Latency> {
  await using contestant = await start();
  const committed = new Map<string, bigint>();
  const send = async (subject: string) => {
    const [moment] = await Promise.all([contestant.change(subject), sleep(EVERY_MS)]);
    committed.set(subject, moment);
  };
  for (let index = 0; index < WARM_UP; index++) await send(`warm-${index}`);
  await waitForEffects(contestant, WARM_UP);
  committed.clear();
  for (let index = 0; index < events; index++) await send(`idle-${index}`);
  await waitForEffects(contestant, WARM_UP + events);
  const latencies = [...committed].map(
    ([subject, at]) => Number((contestant.handled.get(subject) ?? 0n) - at) / 1e6,
  );
  const { p50, p99 } = figuresOf(latencies);
  return { p50, p99 };
}
