import type { Routing } from "@sliceway/protocol";

/** How long after a shift the servers of what was live before stay warm. */
const ROLLBACK_MS = 15 * 60_000;

type Releases = Record<string, string>;

/** A rollback that is to be possible after a change of routing. */
export interface RollbackWish {
  slice: string;
  /** The vector to go back to: the new one with this slice's release before. */
  releases: Releases;
  /** A vector to take where those releases do not fit together. */
  orElse: string | null;
  until: string;
}

export interface RoutingMove {
  before: Routing;
  /** Releases of the vector that becomes live. */
  after: Releases;
  now: Date;
  /** Releases of a stored vector. */
  releasesOf: (vector: string) => Releases;
}

/**
 * The rollbacks of a new live vector: of each slice that changes, to its release before, for 15 minutes; of the
 * others as before, on top of the new releases. A set whose parts cannot go back alone goes back as a whole.
 */
export function planRollbacks({ before, after, now, releasesOf }: RoutingMove): RollbackWish[] {
  const live = before.live === null ? {} : releasesOf(before.live);
  return Object.keys(after).flatMap((slice) => {
    if (live[slice] !== undefined && live[slice] !== after[slice]) {
      const until = new Date(now.getTime() + ROLLBACK_MS).toISOString();
      return [{ slice, releases: { ...after, [slice]: live[slice] }, orElse: before.live, until }];
    }
    return keepRollback(slice, before, after, releasesOf);
  });
}

function keepRollback(
  slice: string,
  before: Routing,
  after: Releases,
  releasesOf: RoutingMove["releasesOf"],
): RollbackWish[] {
  const entry = before.rollback[slice];
  const release = entry && releasesOf(entry.vector)[slice];
  if (!release || release === after[slice]) return [];
  return [{ slice, releases: { ...after, [slice]: release }, orElse: null, until: entry.until }];
}
