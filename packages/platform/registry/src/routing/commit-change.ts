import type { Routing } from "@sliceway/protocol";
import { retry } from "@sliceway/service-kit";
import {
  type ComposedVectors,
  composeMissing,
  ensureVector,
  VectorsMissing,
} from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { listBehind, listDeferring, lockDatabase } from "../db/database-migrations.ts";
import type { Db } from "../db/db.ts";
import { holdBriefly, holdVectors } from "../db/pins.ts";
import { findRelease } from "../db/releases.ts";
import { readRouting, readRoutingAt, storeRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { readDatabaseView } from "../validation/database/read-database-view.ts";
import { validateFloor } from "../validation/database/validate-floor.ts";
import { describeChange } from "./describe-change.ts";
import { planChange } from "./plan-change.ts";
import { listEntries, listReachable } from "./reach.ts";
import { routingMoved } from "./refusals.ts";
import type {
  Releases,
  RoutingChange,
  RoutingCommand,
  RoutingFacts,
  RoutingPlan,
} from "./routing-command.ts";
import { routingErrors } from "./routing-errors.ts";

/** So long a change is tried again that others were quicker than. What has to be composed meanwhile does not count. */
const DEADLINE_MS = 5_000;
/** Until gateways have reported the pages of what was live, its servers stay for their sake. */
const GRACE_MS = 60_000;
/** Until gateways have heard of it, they may send requests to the servers of what somebody worked on before. */
const WORK_GRACE_MS = 5_000;

/** A context whose `db` is one transaction: all that is read and written through it belongs together. */
export interface Attempt extends Context {
  composed: ComposedVectors;
}

export type ChangeResult =
  | Exclude<RoutingPlan, { kind: "write" | "missing" | "nothing" }>
  | { kind: "nothing" | "written"; routing: Routing };

/** Carries out a command; resolves to the routing after it. Throws the plan's refusal, or `ROUTING_MOVED`. */
export async function commitChange(context: Context, command: RoutingCommand): Promise<Routing> {
  const result = await attemptChange(context, (attempt) => changeRouting(attempt, command));
  switch (result.kind) {
    case "refuse":
      throw result.refusal;
    case "wait":
    case "stale":
      throw new Error(`${command.kind} belongs to a step of a deployment`);
    case "written":
      context.log.info({ revision: result.routing.revision, command: command.kind }, "routing moved");
      return result.routing;
    case "nothing":
      return result.routing;
    default:
      return result satisfies never;
  }
}

/**
 * Runs `work` in one transaction. What it misses is composed outside of any, and when somebody else was quicker
 * (`ROUTING_MOVED`), all of it is done again from there.
 */
export async function attemptChange<T>(context: Context, work: (attempt: Attempt) => Promise<T>): Promise<T> {
  const composed: ComposedVectors = new Map();
  const compose = (releases: Releases) => ensureVector(context, releases);
  const run = () => context.db.transaction().execute((db) => work({ ...context, db, composed }));
  const isRace = (error: unknown) => error instanceof Refusal && error.code === "ROUTING_MOVED";
  const options = { untilMs: DEADLINE_MS, minDelayMs: 10, maxDelayMs: 200, retryIf: isRace };
  return await composeMissing(compose, composed, () => retry(run, options));
}

/** Plans a command from what the attempt's transaction sees, and stores what is planned. */
export async function changeRouting(attempt: Attempt, command: RoutingCommand): Promise<ChangeResult> {
  const at = attempt.now();
  const before = await readRouting(attempt.db, at);
  const facts = await readFacts(attempt, command, before, at);
  const plan = planChange(command, before, facts);
  if (plan.kind === "missing") throw new VectorsMissing(plan.vectors);
  if (plan.kind === "nothing") return { kind: "nothing", routing: before };
  if (plan.kind !== "write") return plan;
  await holdAboveFloor(attempt, before, plan);
  return { kind: "written", routing: await store(attempt, before, plan, facts) };
}

async function readFacts(
  { db, composed }: Attempt,
  command: RoutingCommand,
  routing: Routing,
  now: Date,
): Promise<RoutingFacts> {
  const candidate = "candidate" in command ? command.candidate : null;
  const named = candidate ? candidate.deployment.vector : command.kind === "set-live" ? command.vector : null;
  const outlines = await readOutlines(db, [...listReachable(routing), ...(named === null ? [] : [named])]);
  const base = candidate?.baseRevision ?? null;
  return { now, outlines, composed, base: base === null ? undefined : await readRoutingAt(db, base) };
}

/**
 * Lets nothing more be taken away from the databases of what becomes live unchecked. Throws `BELOW_ROLLBACK_FLOOR` if
 * one of the releases uses what its database has no more.
 */
async function holdAboveFloor(
  attempt: Attempt,
  { live }: Routing,
  { unchecked = {} }: RoutingChange,
): Promise<void> {
  const { db } = attempt;
  if (live === null || Object.keys(unchecked).length === 0) return;
  const deferring = (await listDeferring(db, live)).map(({ slice }) => slice).sort();
  for (const slice of deferring.filter((slice) => slice in unchecked)) await lockDatabase(db, slice);
  for (const key of await listBehind(db, unchecked)) {
    const release = await findRelease(db, key);
    const problems = release ? validateFloor(release, await readDatabaseView(attempt, release)) : [];
    const [first] = problems;
    if (first) throw new Refusal(routingErrors.BELOW_ROLLBACK_FLOOR(first.message), { problems });
  }
}

/** The compare-and-set, and all that belongs to it. Throws `ROUTING_MOVED` if somebody else was quicker. */
async function store(
  { db }: Attempt,
  before: Routing,
  { routing: next, cause, by, ended = [], replacedWork }: RoutingChange,
  { now: at, outlines }: RoutingFacts,
): Promise<Routing> {
  const routing = await storeRouting(db, next, { cause, at, ended });
  if (!routing) throw routingMoved(await readRouting(db, at));
  const left = listEntries(before).filter(
    (vector) => vector === before.live || !listEntries(next).includes(vector),
  );
  const until = new Date(at.getTime() + GRACE_MS);
  await holdVectors(
    db,
    left.map((vector) => ({ vector, until })),
  );
  if (replacedWork !== undefined) await holdBriefly(db, replacedWork, new Date(at.getTime() + WORK_GRACE_MS));
  await audit(db, before, routing, { at, who: by ?? "registry", cause, outlines });
  return routing;
}

async function audit(
  db: Db,
  before: Routing,
  after: Routing,
  { outlines, ...entry }: { at: Date; who: string; cause: string } & Pick<RoutingFacts, "outlines">,
): Promise<void> {
  const changes = describeChange(before, after, (vector) => outlines.get(vector)?.releases ?? {});
  const { revision } = after;
  await insertAudit(
    db,
    changes.map((change) => ({ ...entry, revision, ...change })),
  );
}
