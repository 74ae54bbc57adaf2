import { type NamedSlot, type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";

/**
 * Finds slots that a page would lose: named by the code of one slice, filled by another one until now, and by nobody
 * any more. A slot that nobody has filled yet is no mistake; its place stays empty.
 */
export function checkSlots(before: readonly Release[], after: readonly Release[]): Problem[] {
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
    {
      code: "SLOT_LOST",
      message: `${releaseRef(release)} names the slot ${name} here, and ${now ? releaseRef(now) : slice} does not fill it any more.`,
      fix: `Go on filling ${name} in the slice.json of ${slice}, or deploy it together with a release of ${release.slice} that does not name it.`,
    },
  );
}
