import { parseReleaseRef, type RegistryState, type Routing } from "@sliceway/protocol";

/** What the wanted servers and warm vectors follow from. */
export interface Reachable {
  /** Rollbacks that ended are left out already. */
  routing: Routing;
  /** Vectors that pages still hold on to and whose time is not over. */
  pinned: string[];
  /** Candidates of running deployments that have passed their check. */
  candidates: Candidate[];
  /** Releases (`slice@id`) that must not run on the shared database: pages that saw them in a preview do not count. */
  isolated?: ReadonlySet<string>;
  /** Vectors that somebody works on, to the session. They are held for requests on their way, not for pages. */
  worked?: ReadonlyMap<string, string>;
}

interface Candidate {
  deployment: string;
  vector: string;
  /** For a preview. */
  isolated?: readonly string[] | undefined;
  /** The session of somebody who works on it. */
  dev?: string | undefined;
}

type Wanted = Pick<RegistryState, "wanted" | "vectors">;

/**
 * Which servers should run and which vectors should be warm. `serversOf` gives a vector's releases that have a
 * server, as `slice@id`. Each release is named once, with the strongest reason.
 */
export function planWanted(reachable: Reachable, serversOf: (vector: string) => string[]): Wanted {
  const reasons = listReasons(reachable);
  const wanted = new Map<string, Reason>();
  for (const reason of reasons) {
    for (const ref of serversOf(reason.servedBy ?? reason.vector)) {
      const isExcluded = reason.isPinned === true && reachable.isolated?.has(ref);
      if (!wanted.has(ref) && !isExcluded) wanted.set(ref, reason);
    }
  }
  return {
    wanted: [...wanted].map(([ref, reason]) => toWanted(ref, reason)),
    vectors: [...new Set(reasons.flatMap(({ vector, servedBy = vector }) => [vector, servedBy]))],
  };
}

interface Reason {
  vector: string;
  /** The vector whose servers answer its pages; its own if absent. */
  servedBy?: string | undefined;
  reason: string;
  isPinned?: boolean;
  /** Releases (`slice@id`) whose servers get a database of their own for this. */
  isolated?: readonly string[] | undefined;
  /** The session in which that database goes from one release to the next. */
  dev?: string | undefined;
}

function listReasons(reachable: Reachable): Reason[] {
  const { routing, pinned, candidates, worked } = reachable;
  return [
    ...(routing.live ? [{ vector: routing.live, reason: "live" }] : []),
    ...routing.canaries.map(({ deployment, vector }) => ({ vector, reason: `canary ${deployment}` })),
    ...candidates.filter(({ isolated }) => !isolated).map(toReason),
    ...Object.entries(routing.rollback).map(([slice, { vector, until }]) => ({
      vector,
      reason: `rollback of ${slice} until ${until}`,
    })),
    ...pinned
      .filter((vector) => !worked?.has(vector))
      .map((vector) => ({
        vector,
        servedBy: routing.forwards[vector],
        reason: `pages at ${vector}`,
        isPinned: true,
      })),
    // Last: what anybody else needs works on the data that all share.
    ...Object.entries(routing.previews).map(([name, { vector, until, isolated, dev }]) => ({
      vector,
      reason: `preview ${name} until ${until}`,
      isolated,
      dev,
    })),
    ...candidates.filter(({ isolated }) => isolated).map(toReason),
    ...pinned.flatMap((vector) => listWorked(vector, reachable)),
  ];
}

function toReason({ deployment, vector, isolated, dev }: Candidate): Reason {
  return { vector, reason: `deployment ${deployment}`, isolated, dev };
}

function listWorked(vector: string, { worked, isolated = new Set() }: Reachable): Reason[] {
  const dev = worked?.get(vector);
  return dev === undefined ? [] : [{ vector, reason: "saved anew since", isolated: [...isolated], dev }];
}

function toWanted(ref: string, { reason, isolated, dev }: Reason): RegistryState["wanted"][number] {
  const { slice, id } = parseReleaseRef(ref);
  return {
    slice,
    release: id,
    reason,
    ...(isolated?.includes(ref) && { isolated: true, ...(dev !== undefined && { database: dev }) }),
  };
}
