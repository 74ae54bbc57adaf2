import { countParked } from "@sliceway/events";
import type { Context } from "../context.ts";
import { inSliceDatabase } from "./in-slice-database.ts";

/** How many dead letters each of the slices has; those that have none, or cannot be asked, are left out. */
export async function countDeadLetters(
  context: Context,
  slices: readonly string[],
): Promise<Record<string, number>> {
  const counted = slices.map(async (slice) => [slice, await countOf(context, slice)] as const);
  return Object.fromEntries((await Promise.all(counted)).filter(([, count]) => count > 0));
}

function countOf(context: Context, slice: string): Promise<number> {
  return inSliceDatabase(context, slice, async ({ db }) => (await countParked(db, slice)).dead).catch(
    () => 0,
  );
}
