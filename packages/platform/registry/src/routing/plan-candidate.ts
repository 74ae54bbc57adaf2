import { type Canary, type Deployment, type Routing, visitorBucket } from "@sliceway/protocol";
import { freePercent, growRanges } from "../canary/bucket-ranges.ts";
import { currentPercent } from "../canary/stages.ts";
import { hasSameReach, isLive, listRevoked } from "./reach.ts";
import { rebaseRouting } from "./rebase-routing.ts";
import type { RoutingCommand, RoutingFacts, RoutingPlan } from "./routing-command.ts";

type CandidateCommand = Extract<RoutingCommand, { candidate: unknown }>;
type Command<Kind extends RoutingCommand["kind"]> = Extract<CandidateCommand, { kind: Kind }>;

/** What a deployment makes of the routing with the candidate that it has checked. */
export function planCandidate(command: CandidateCommand, routing: Routing, facts: RoutingFacts): RoutingPlan {
  switch (command.kind) {
    case "open-preview":
      return planPreview(command, routing, facts);
    case "widen-canary":
      return planWidening(command, routing, facts);
    case "shift":
      return planShift(command, routing, facts);
    default:
      return command satisfies never;
  }
}

/** Another preview of that name is replaced. */
function planPreview(
  { candidate: { deployment } }: Command<"open-preview">,
  routing: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  const { id, by, preview, releases, vector } = deployment;
  if (!preview || vector === null || !hasSameReach(facts.base, routing)) return { kind: "stale" };
  const { name, ...shown } = preview;
  const replaced = routing.previews[name];
  return {
    kind: "write",
    routing: { ...routing, previews: { ...routing.previews, [name]: { ...shown, releases, vector } } },
    cause: `deployment ${id}`,
    by,
    replacedWork: replaced?.dev && replaced.vector !== vector ? replaced.vector : undefined,
  };
}

/** Those have it who have it already, and others that no canary has. One that was ended is not begun anew. */
function planWidening(
  { candidate: { deployment }, percent, by, cause }: Command<"widen-canary">,
  routing: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  const { id, releases } = deployment;
  const own = routing.canaries.find((canary) => canary.deployment === id);
  const vector = own?.vector ?? deployment.vector;
  if (vector === null || routing.live === null || wasEnded(deployment, own)) return { kind: "stale" };
  if (!own && !hasSameReach(facts.base, routing)) return { kind: "stale" };
  const others = routing.canaries.filter((canary) => canary !== own);
  const taken = others.flatMap(({ ranges }) => ranges);
  const ranges = growRanges({ own: own?.ranges ?? [], others: taken, percent, startAt: visitorBucket(id) });
  if (!ranges) return { kind: "wait", detail: noRoom(percent, taken) };
  const canary: Canary = { deployment: id, releases, vector, ranges };
  return { kind: "write", routing: { ...routing, canaries: [...others, canary] }, cause, by };
}

function noRoom(percent: number, taken: Canary["ranges"]): string {
  return `There is no room for ${percent}%: other canaries leave ${freePercent(taken)}% of the visitors.`;
}

/** The candidate of a canary stands on what is live: it is made anew whenever that moves, and needs no other check. */
function planShift(
  { candidate: { deployment } }: Command<"shift">,
  before: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  const { id, by } = deployment;
  const own = before.canaries.find((canary) => canary.deployment === id);
  const live = own?.vector ?? deployment.vector;
  if (live === null) return { kind: "stale" };
  if (isLive(deployment.releases, before, facts)) return { kind: "nothing" };
  if (wasEnded(deployment, own)) return { kind: "wait", detail: "the canary is no longer in the routing" };
  const after = facts.outlines.get(live)?.releases ?? {};
  const isChecked = own !== undefined || hasSameReach(facts.base, before);
  if (!isChecked || listRevoked(before, after).length > 0) return { kind: "stale" };
  const rebase = rebaseRouting({ before, after, except: id }, facts);
  if (rebase.kind === "missing") return rebase;
  const { rollback, canaries, previews, ended } = rebase;
  const routing = { ...before, live, rollback, canaries, previews };
  return { kind: "write", routing, cause: `deployment ${id}`, by, ended };
}

/** Visitors had it, and somebody took it from them: its deployment learns of it with the next step. */
function wasEnded(deployment: Deployment, own: Canary | undefined): boolean {
  return currentPercent(deployment) !== null && !own;
}
