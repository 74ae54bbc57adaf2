import type { Registry } from "prom-client";
import type { ParkedCount } from "../parked.ts";
import type { Lag } from "../transport.ts";
import { addGauge, addLabelledGauge } from "./gauges.ts";

/** What waits for a consumer, as gauges. */
export function addBacklogGauges(
  register: Registry,
  readParked: () => Promise<ParkedCount | undefined>,
  readLag: () => Promise<Lag[] | undefined>,
): void {
  const parked = {
    name: "sliceway_events_parked",
    help: "Events set aside: failed, waiting behind one that did, or dead.",
  };
  addGauge(register, parked, async () => (await readParked())?.parked);
  const dead = { name: "sliceway_events_dead", help: "Dead letters: failed too often, tried no more." };
  addGauge(register, dead, async () => (await readParked())?.dead);
  const lag = {
    name: "sliceway_events_consumer_lag",
    help: "Events of a source that the consumer has not settled yet; may be counted up to 100,000.",
    label: "source",
  };
  addLabelledGauge(register, lag, async () =>
    ((await readLag()) ?? []).map(({ source, events }) => [source, events] as const),
  );
  const oldest = {
    name: "sliceway_events_consumer_oldest_age_seconds",
    help: "How long the oldest of those has been there; 0 if there is none.",
    label: "source",
  };
  addLabelledGauge(register, oldest, async () =>
    ((await readLag()) ?? []).flatMap(({ source, events, oldestAgeSeconds }) => {
      const age = events === 0 ? 0 : oldestAgeSeconds;
      return age === null ? [] : [[source, age] as const];
    }),
  );
}
