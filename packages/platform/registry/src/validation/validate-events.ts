import { type Problem, parseReleaseRef, type Release } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { findPublishedAt, findRelease } from "../db/releases.ts";
import { type RunningRelease, validateRunningEvents } from "../events/validate-running-events.ts";
import { listRunningReleases } from "./list-running-releases.ts";

/**
 * Validates releases by the events that they share with every release that runs. `after` are the releases that would be
 * live (slice to id); those are validated with each other when their vector is made.
 */
export async function validateEvents(
  context: Context,
  releases: readonly Release[],
  after: Readonly<Record<string, string>>,
): Promise<Problem[]> {
  const running = await readRunning(context, after);
  const problems = releases.map(async (release) => {
    const publishedAt = await findPublishedAt(context.db, release);
    const others = running.map((other) => ({
      ...other,
      isNewer: publishedAt ? other.publishedAt > publishedAt : false,
    }));
    return validateRunningEvents(release, others);
  });
  return (await Promise.all(problems)).flat();
}

async function readRunning(
  { db, now }: Context,
  after: Readonly<Record<string, string>>,
): Promise<(Omit<RunningRelease, "isNewer"> & { publishedAt: Date })[]> {
  const found = [];
  for (const [ref, reason] of await listRunningReleases(db, now())) {
    const key = parseReleaseRef(ref);
    if (after[key.slice] === key.id) continue;
    const [release, publishedAt] = [await findRelease(db, key), await findPublishedAt(db, key)];
    if (release?.events && publishedAt) found.push({ release, ...reason, publishedAt });
  }
  return found;
}
