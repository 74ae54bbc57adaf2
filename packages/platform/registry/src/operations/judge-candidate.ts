import { type Problem, parseReleaseRef, type Release, type Routing, releaseRef } from "@sliceway/protocol";
import type { Findings } from "../checks/findings.ts";
import type { Context } from "../context.ts";
import type { CanaryEnd } from "../db/canary-ends.ts";
import type { Db } from "../db/db.ts";
import { readOutlines } from "../db/vectors.ts";
import { problemAt } from "../problem-at.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { carryOver } from "./carry-over.ts";
import { ensureVector } from "./ensure-vector.ts";
import { type DatabasePlan, judgeDatabases } from "./judge-databases.ts";
import { judgeEvents } from "./judge-events.ts";
import { judgeSlots } from "./judge-slots.ts";
import { getRouting, releaseRevoked } from "./move-routing.ts";
import { type LostWay, prepareRollbacks } from "./prepare-rollbacks.ts";

/** Everything there is to say of releases that are to go live as one set. */
export interface Verdict extends Findings {
  before: Routing;
  /** The vector that would be live; null if it cannot be made. */
  vector: string | null;
  databases: DatabasePlan[];
  rollback: Routing["rollback"];
  lost: LostWay[];
  /** Canaries that would end by it. */
  ended: CanaryEnd[];
}

interface Judgement {
  /** Finds or makes vectors. */
  ensure?: typeof ensureVector;
  /** Lets nobody else decide about the databases in question until the transaction ends. */
  hold?: boolean;
  /** For a preview: releases (`slice@id`) that get a database of their own. */
  preview?: { isolated: readonly string[] } | null;
}

/**
 * Judges releases by every vector that they would make reachable, and by every release that shares a database with
 * them.
 */
export async function judgeCandidate(
  context: Context,
  db: Db,
  releases: readonly Release[],
  { ensure = ensureVector, hold = false, preview = null }: Judgement = {},
): Promise<Verdict> {
  const before = await getRouting(context);
  const live = await readReleases(context, before.live);
  const after = { ...live, ...Object.fromEntries(releases.map(({ slice, id }) => [slice, id])) };
  const made = await ensure(context, after);
  const problems = [
    ...listRevoked(before, after).map(revokedProblem),
    ...(made.ok ? [] : made.problems),
    ...(await judgeSlots(context, { live, after, changed: releases })),
    ...(await judgeEvents(context, db, releases, after)),
  ];
  const goesLive = problems.length === 0 && !preview;
  const ways = goesLive ? await judgeWays(context, { before, after, ensure }) : NO_WAYS;
  // Last: while they are held, others wait.
  const isShared = (release: Release) => !preview?.isolated.includes(releaseRef(release));
  const shared = await judgeDatabases(context, db, releases.filter(isShared), { hold });
  return {
    before,
    vector: made.ok ? made.id : null,
    problems: [...problems, ...shared.problems],
    warnings: shared.warnings,
    databases: shared.plans,
    ...ways,
  };
}

const NO_WAYS = { rollback: {}, lost: [], ended: [] };

/** Makes the vectors that would lead elsewhere than to what goes live, so that the shift need not. */
async function judgeWays(context: Context, move: Parameters<typeof prepareRollbacks>[1]) {
  const { ended } = await carryOver(context, move);
  return { ...(await prepareRollbacks(context, move)), ended };
}

async function readReleases({ db }: Context, vector: string | null): Promise<Record<string, string>> {
  if (vector === null) return {};
  return (await readOutlines(db, [vector])).get(vector)?.releases ?? {};
}

function revokedProblem(ref: string): Problem {
  const { slice, id } = parseReleaseRef(ref);
  const { code, message, fix } = releaseRevoked(ref);
  return problemAt({ slice, release: id }, { code, message, fix });
}
