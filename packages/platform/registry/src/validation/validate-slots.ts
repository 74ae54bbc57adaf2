import { type NamedSlot, type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { composeErrors } from "../compose/compose-errors.ts";
import type { Context } from "../context.ts";
import { findRelease } from "../db/releases.ts";
import { problemAt } from "../problem-at.ts";
import type { Releases } from "../routing/routing-command.ts";

/** Validates what becomes live by the slots that people see now. `changed` need not be published. */
export async function validateSlots(
  { db }: Context,
  { live, after, changed }: { live: Releases; after: Releases; changed: readonly Release[] },
): Promise<Problem[]> {
  const load = async (releases: Releases): Promise<Release[]> => {
    const found = Object.entries(releases).map(([slice, id]) => {
      const own = changed.find((release) => release.slice === slice && release.id === id);
      return own ?? findRelease(db, { slice, id });
    });
    return (await Promise.all(found)).filter((release) => release !== undefined);
  };
  return findLostSlots(await load(live), await load(after));
}

/**
 * Finds slots that a page would lose: named by the code of one slice, filled by another one until now, and by nobody
 * any more. A slot that nobody has filled yet is no mistake; its place stays empty.
 */
function findLostSlots(before: readonly Release[], after: readonly Release[]): Problem[] {
  return after.flatMap((release) =>
    (release.slots ?? []).flatMap((slot) => {
      const filler = findFiller(before, slot.name);
      if (!filler || filler.slice === release.slice || findFiller(after, slot.name)) return [];
      return [slotLost(release, slot, filler, after)];
    }),
  );
}

function findFiller(releases: readonly Release[], slot: string): Release | undefined {
  return releases.find(({ manifest }) => manifest.web?.slots[slot]);
}

function slotLost(
  release: Release,
  { name, file, line }: NamedSlot,
  { slice }: Release,
  after: readonly Release[],
): Problem {
  const now = after.find((other) => other.slice === slice);
  return problemAt(
    { slice: release.slice, release: release.id, file, line },
    composeErrors.SLOT_LOST(
      `${releaseRef(release)} names the slot ${name} here, and ${now ? releaseRef(now) : slice} does not fill it any more.`,
      { slot: name, filler: slice, slice: release.slice },
    ),
  );
}
