import type { Routing } from "@sliceway/protocol";
import { isOver } from "./is-over.ts";

/** The routing without the rollbacks and previews whose time is over: their servers may be gone. */
export function currentRouting(routing: Routing, now: Date): Routing {
  return {
    ...routing,
    rollback: stillOpen(routing.rollback, now),
    previews: stillOpen(routing.previews, now),
  };
}

function stillOpen<Way extends { until: string }>(ways: Record<string, Way>, now: Date): Record<string, Way> {
  return Object.fromEntries(Object.entries(ways).filter(([, { until }]) => !isOver(until, now)));
}
