import type { Routing } from "@sliceway/manifest";

/** The routing without the rollbacks whose time is over: their servers may be gone. */
export function currentRouting(routing: Routing, now: Date): Routing {
  const open = Object.entries(routing.rollback).filter(([, { until }]) => Date.parse(until) > now.getTime());
  return { ...routing, rollback: Object.fromEntries(open) };
}
