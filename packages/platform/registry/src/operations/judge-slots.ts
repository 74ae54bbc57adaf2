import type { Problem, Release } from "@sliceway/protocol";
import { checkSlots } from "../checks/check-slots.ts";
import type { Context } from "../context.ts";
import { findRelease } from "../db/releases.ts";

type Releases = Record<string, string>;

/** Judges what becomes live by the slots that people see now. `changed` need not be published. */
export async function judgeSlots(
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
  return checkSlots(await load(live), await load(after));
}
