import type { StartContestant } from "./contestant.ts";
import { waitForEffects } from "./wait-for-effects.ts";

const WRITERS = 4;
const AGGREGATES = 100;

export interface Throughput {
  /** From the first write to the last effect. */
  eventsPerSecond: number;
  /** Effects that came after a later one of their aggregate. */
  disorder: number;
}

/** Four writers, each as fast as it can, until there are so many events; and their effects. */
export async function measureThroughput(start: StartContestant, events: number): Promise<Throughput> {
  await using contestant = await start();
  await contestant.change("first");
  await waitForEffects(contestant, 1);
  let begun = 0;
  const write = async () => {
    for (let index = begun++; index < events; index = begun++)
      await contestant.change(`aggregate-${index % AGGREGATES}`);
  };
  const startedAtMs = await contestant.readClockMs();
  await Promise.all(Array.from({ length: WRITERS }, write));
  const { lastAtMs, disorder } = await waitForEffects(contestant, 1 + events);
  return { eventsPerSecond: events / ((lastAtMs - startedAtMs) / 1000), disorder };
}
