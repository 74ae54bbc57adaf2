import {
  type Problem,
  parseReleaseRef,
  type Release,
  type Routing,
  releaseRef,
  vectorId,
} from "@sliceway/protocol";
import { type ComposedVectors, VectorsMissing } from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { type CanaryEnd, readRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { problemAt } from "../problem-at.ts";
import { listReachable, listRevoked } from "../routing/reach.ts";
import { type RebasedRouting, rebaseRouting } from "../routing/rebase-routing.ts";
import { releaseRevoked } from "../routing/refusals.ts";
import type { Releases } from "../routing/routing-command.ts";
import type { Findings } from "./findings.ts";
import { type DatabasePlan, validateDatabases } from "./validate-databases.ts";
import { validateEvents } from "./validate-events.ts";
import { validateSlots } from "./validate-slots.ts";

/** Everything there is to say of releases that are to go live as one set. */
export interface Verdict extends Findings {
  before: Routing;
  /** The vector that would be live; null if it cannot be made. */
  vector: string | null;
  databases: DatabasePlan[];
  rollback: Routing["rollback"];
  lost: RebasedRouting["lost"];
  /** Canaries that would end by it. */
  ended: CanaryEnd[];
}

interface ValidationOptions {
  /** Vectors that are known to compose or not. */
  composed: ComposedVectors;
  /** Lets nobody else decide about the databases in question until the transaction ends. */
  hold?: boolean;
  /** For a preview: releases (`slice@id`) that get a database of their own. */
  preview?: { isolated: readonly string[] } | null;
}

/**
 * Validates releases by every vector that they would make reachable, and by every release that shares a database with
 * them. Throws `VectorsMissing` where one of them was not composed yet.
 */
export async function validateCandidate(
  context: Context,
  releases: readonly Release[],
  { composed, hold = false, preview = null }: ValidationOptions,
): Promise<Verdict> {
  const before = await readRouting(context.db, context.now());
  const outlines = await readOutlines(context.db, listReachable(before));
  const live = outlines.get(before.live ?? "")?.releases ?? {};
  const after: Releases = { ...live, ...Object.fromEntries(releases.map(({ slice, id }) => [slice, id])) };
  const made = composed.get(vectorId(after));
  if (!made) throw new VectorsMissing([after]);
  const revoked = listRevoked(before, after).map(revokedProblem);
  const facts = { now: context.now(), outlines, composed };
  const rebase = made.ok && revoked.length === 0 && !preview ? rebaseRouting({ before, after }, facts) : null;
  if (rebase?.kind === "missing") throw new VectorsMissing(rebase.vectors);
  const problems = [
    ...revoked,
    ...(made.ok ? [] : made.problems),
    ...(await validateSlots(context, { live, after, changed: releases })),
    ...(await validateEvents(context, releases, after)),
  ];
  const { rollback, lost, ended } = rebase && problems.length === 0 ? rebase : NOTHING_REBASED;
  // Last: while they are held, others wait.
  const isShared = (release: Release) => !preview?.isolated.includes(releaseRef(release));
  const shared = await validateDatabases(context, releases.filter(isShared), { hold });
  return {
    before,
    vector: made.ok ? vectorId(after) : null,
    problems: [...problems, ...shared.problems],
    warnings: shared.warnings,
    databases: shared.plans,
    rollback,
    lost,
    ended,
  };
}

const NOTHING_REBASED = { rollback: {}, lost: [], ended: [] };

function revokedProblem(ref: string): Problem {
  const { slice, id } = parseReleaseRef(ref);
  const { code, message, fix } = releaseRevoked(ref);
  return problemAt({ slice, release: id }, { code, message, fix });
}
