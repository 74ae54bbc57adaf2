import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { listRunningDeployments } from "../db/deployments.ts";
import { listMemory } from "../db/leases.ts";
import { listPinnedByAge } from "../db/pins.ts";
import { readOutlines, type VectorOutline } from "../db/vectors.ts";
import { isOver, listReachable } from "../routing/reach.ts";
import { measureHeld, type Pressure } from "./plan-relief.ts";

export interface PressureNow extends Pressure {
  /** Old vectors that pages hold on to, oldest first; those that are not served any more among them. */
  pinned: string[];
  /** What the servers take that run for old pages alone. */
  usedBytes: number;
  /** Of all vectors that matter for it. */
  outlines: Map<string, VectorOutline>;
}

/** How much memory the old vectors `pinned` take, and which servers run for their sake alone. */
export async function readPressure(
  context: Context,
  routing: Routing,
  pinned: string[],
): Promise<PressureNow> {
  const { db, now, config } = context;
  const { kept, outlines } = await readServers(context, routing, pinned);
  const effective = (vector: string) => routing.forwards[vector] ?? vector;
  const held = pinned
    .filter((vector) => !isOver(routing.leaving[vector], now()))
    .map((vector) => ({ vector, servers: outlines.get(effective(vector))?.servers ?? [] }));
  const memory = await listMemory(db, now());
  const memoryOf = (server: string) => memory.get(server) ?? 0;
  const pressure = { held, kept, memoryOf, budgetBytes: config.memoryBudgetBytes };
  return { ...pressure, pinned, outlines, usedBytes: measureHeld(pressure) };
}

/** Vectors that pages hold on to although nobody is sent to them any more, oldest first. */
export async function listOldVectors({ db, now }: Context, routing: Routing): Promise<string[]> {
  const reachable = listReachable(routing);
  return (await listPinnedByAge(db, now())).filter((vector) => !reachable.includes(vector));
}

async function readServers({ db }: Context, routing: Routing, pinned: string[]) {
  const candidates = (await listRunningDeployments(db)).flatMap(({ vector }) =>
    vector === null ? [] : [vector],
  );
  const inUse = [...listReachable(routing), ...candidates];
  const outlines = await readOutlines(db, [...inUse, ...pinned, ...Object.values(routing.forwards)]);
  const kept = new Set(inUse.flatMap((vector) => outlines.get(vector)?.servers ?? []));
  return { kept, outlines };
}
