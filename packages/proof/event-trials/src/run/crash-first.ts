import { compareEffects } from "../audit/compare-effects.ts";
import { listEffects, readVersions } from "../audit/read-pair.ts";
import type { Row } from "../audit/row.ts";
import { waitUntilDrained } from "../audit/wait-until-drained.ts";
import { startCrowd } from "../crowd/start-crowd.ts";
import type { Point } from "../points/point.ts";
import type { Role } from "../processes/role.ts";
import type { CrashContext } from "./crash-context.ts";
import { strike } from "./strike.ts";

/** Whoever has to be at work before, for a process to find what it finds only once. */
const BEFORE: Record<Role, Role[]> = {
  writer: [],
  relay: ["writer", "consumer"],
  consumer: ["writer", "relay"],
  mutations: [],
};

/** Kills a process at a point that it comes to only once in a slice's life, in a pair of slices that is new. */
export async function crashFirst(context: CrashContext, point: Point, row: Row): Promise<void> {
  const {
    ensemble: { world },
    programs,
    recorder,
    random,
    patience,
  } = context;
  const pair = await world.openPair(`fresh-${row.number}`);
  await using crowd = startCrowd({ world, pair, programs, recorder });
  const others = BEFORE[point.role].map((role) => crowd.add(role));
  for (const other of others) await other.start();
  await strike(crowd.add(point.role), row, point, random);
  for (const writer of others.filter(({ role }) => role === "writer")) await writer.stop();
  await waitUntilDrained(pair, patience);
  for (const { kind } of compareEffects(await readVersions(pair), await listEffects(pair))) row[kind] += 1;
}
