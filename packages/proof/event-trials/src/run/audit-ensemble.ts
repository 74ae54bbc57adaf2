import { compareEffects } from "../audit/compare-effects.ts";
import { compareRequests } from "../audit/compare-requests.ts";
import { countPair, listEffects, listRequests, readVersions } from "../audit/read-pair.ts";
import { assignFaults, type Window } from "../audit/row.ts";
import { type Patience, waitUntilDrained } from "../audit/wait-until-drained.ts";
import type { Ensemble } from "./start-ensemble.ts";

/** Ends all work, lets what is under way arrive, and writes what is wrong into the rows; gives what was looked at. */
export async function auditEnsemble(
  { pair, people, runners }: Ensemble,
  windows: Window[],
  patience: Patience,
) {
  const answered = await people.stop(patience.signal);
  for (const writer of runners.writer) await writer.stop();
  await waitUntilDrained(pair, patience);
  assignFaults(compareEffects(await readVersions(pair), await listEffects(pair)), windows, "effect");
  assignFaults(compareRequests(answered, await listRequests(pair)), windows, "request");
  const { changes } = await countPair(pair);
  return { changes, mutations: answered.length };
}
