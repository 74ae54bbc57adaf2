import { isIsolated, type Routing, releaseRef } from "@sliceway/protocol";
import type { Db } from "../db/db.ts";
import { readOutlines } from "../db/vectors.ts";
import { listReachable } from "../routing/reach.ts";
import { readStateWithin } from "../watch/read-state.ts";

/** A release that has a server, or may have one without a further check. */
export interface Running {
  /** `live`, `rollback of posts until ...` */
  why: string;
  /** It is live or may become so without a further check: then it consumes events. */
  consumes: boolean;
  /** It works on a database of its own alone. */
  isolated: boolean;
}

/** What runs, by `slice@id`, each with the strongest reason. */
export async function listRunningReleases(db: Db, now: Date): Promise<Map<string, Running>> {
  const { wanted, routing, instances } = await readStateWithin(db, now);
  const outlines = await readOutlines(db, listReachable(routing));
  const serversOf = (vector: string) => outlines.get(vector)?.servers ?? [];
  const consuming = new Set(listConsuming(routing).flatMap(serversOf));
  const reasons = [
    ...wanted.map(({ reason, isolated = false, ...server }) => ({ server, why: reason, isolated })),
    ...instances.map((server) => ({
      server,
      why: "its server has not ended",
      isolated: isIsolated(server),
    })),
  ];
  const running = new Map<string, Running>();
  for (const { server, why, isolated } of reasons) {
    const ref = releaseRef({ slice: server.slice, id: server.release });
    const known = running.get(ref) ?? { why, consumes: consuming.has(ref), isolated };
    running.set(ref, { ...known, isolated: known.isolated && isolated });
  }
  return running;
}

/** Previews consume no events, nor do the releases that old pages hold on to. */
function listConsuming({ live, rollback, canaries }: Routing): string[] {
  const vectors = [...Object.values(rollback), ...canaries].map(({ vector }) => vector);
  return live === null ? vectors : [live, ...vectors];
}
