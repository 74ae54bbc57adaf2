import type { Routing } from "@sliceway/manifest";
import { retry } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { getRouting, moveRouting } from "./move-routing.ts";

/** Makes a slice's rollback vector live at once. Throws `NO_ROLLBACK`. */
export async function rollBack(context: Context, slice: string): Promise<Routing> {
  const isRace = (error: unknown) => error instanceof Refusal && error.code === "ROUTING_MOVED";
  return await retry(() => tryRollBack(context, slice), { attempts: 5, retryIf: isRace });
}

async function tryRollBack(context: Context, slice: string): Promise<Routing> {
  const routing = await getRouting(context);
  const entry = routing.rollback[slice];
  if (!entry || routing.live === null) throw noRollback(slice);
  const barred = await listDifferences(context, routing.live, entry.vector);
  const cause = `rollback of ${slice}`;
  return await moveRouting(context, { revision: routing.revision, live: entry.vector, cause, barred });
}

/** The slices whose release differs between two vectors. */
async function listDifferences({ db }: Context, from: string, to: string): Promise<string[]> {
  const outlines = await readOutlines(db, [from, to]);
  const [before, after] = [outlines.get(from)?.releases ?? {}, outlines.get(to)?.releases ?? {}];
  return Object.keys({ ...before, ...after }).filter((slice) => before[slice] !== after[slice]);
}

function noRollback(slice: string): Refusal {
  return new Refusal(
    "NO_ROLLBACK",
    `${slice} has no earlier release that is still warm.`,
    "Deploy the release you want to go back to.",
  );
}
