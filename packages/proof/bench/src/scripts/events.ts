import { renderTable } from "@sliceway/cli";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "@sliceway/events/testing";
import type { StartContestant } from "../events/contestant.ts";
import { type Latency, measureLatency } from "../events/measure-latency.ts";
import { measureThroughput, type Throughput } from "../events/measure-throughput.ts";
import { startOurs } from "../events/ours.ts";
import { startPeer } from "../events/peer.ts";
import type { Options } from "../options.ts";

type Figures = Latency & Throughput & { name: string };

const contestants: Record<string, StartContestant> = {
  postgres: () => startOurs("postgres"),
  rabbitmq: () => startOurs("rabbitmq"),
  "graphile-worker": startPeer,
};

/** How many events are sent one by one, and how many as fast as can be. */
const FULL = { idle: 500, busy: 10_000 };
const SHORT = { idle: 20, busy: 100 };

/** Latency of events on an idle system and events per second through to effect: both transports, and a peer. */
export async function events({ short }: Options) {
  const { idle, busy } = short ? SHORT : FULL;
  const figures: Figures[] = [];
  const isInstalled = findRabbitmqServer() !== undefined;
  for (const [name, start] of Object.entries(contestants)) {
    if (name === "rabbitmq" && !isInstalled) continue;
    figures.push({ name, ...(await measureLatency(start, idle)), ...(await measureThroughput(start, busy)) });
  }
  return { figures, lines: [...render(figures), ...(isInstalled ? [] : [NO_RABBITMQ_SERVER])] };
}

function render(figures: Figures[]): string[] {
  const peer = figures.at(-1);
  const rows = figures.map(({ name, p50, p99, eventsPerSecond, disorder }) => [
    name,
    ...[p50, p99].map((value) => `${value.toFixed(1)} ms`),
    eventsPerSecond.toFixed(0),
    `${(eventsPerSecond / (peer?.eventsPerSecond ?? 1)).toFixed(1)}`,
    `${disorder}`,
  ]);
  return renderTable([["", "p50", "p99", "events/s", "times peer", "out of order"], ...rows]);
}
