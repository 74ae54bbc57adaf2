import { type Canary, parseReleaseRef, type Routing } from "@sliceway/protocol";
import { findMissingRight } from "../access/caller.ts";
import { planCandidate } from "./plan-candidate.ts";
import { isLive, listCanariesOf, listRevoked } from "./reach.ts";
import { rebaseRouting } from "./rebase-routing.ts";
import {
  noRollback,
  previewUnknown,
  releaseLive,
  releaseRevoked,
  routingMoved,
  vectorUnknown,
} from "./refusals.ts";
import type {
  Releases,
  RoutingChange,
  RoutingCommand,
  RoutingFacts,
  RoutingPlan,
} from "./routing-command.ts";

type Command<Kind extends RoutingCommand["kind"]> = Extract<RoutingCommand, { kind: Kind }>;

/** What a command makes of the routing. Pure: `commitChange` reads the facts and stores what is planned. */
export function planChange(command: RoutingCommand, routing: Routing, facts: RoutingFacts): RoutingPlan {
  switch (command.kind) {
    case "set-live":
      return planSetLive(command, routing, facts);
    case "roll-back":
      return planRollback(command, routing, facts);
    case "revoke":
      return planRevocation(command, routing, facts);
    case "end-preview":
      return planPreviewEnd(command, routing);
    case "move-old-pages":
      return planOldPages(command, routing);
    case "withdraw-canary":
      return planWithdrawal(command, routing);
    case "open-preview":
    case "widen-canary":
    case "shift":
      return planCandidate(command, routing, facts);
    default:
      return command satisfies never;
  }
}

function planSetLive(
  { revision, vector, by }: Command<"set-live">,
  routing: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  if (routing.revision !== revision) return { kind: "refuse", refusal: routingMoved(routing) };
  return planLive(vector, routing, facts, { cause: "set by hand", by });
}

function planRollback(
  { slice, only, canary, by }: Command<"roll-back">,
  routing: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  const own = listCanariesOf(routing, slice);
  if (own.length > 0) return planCanaryEnd(own, by, routing);
  if (only === "canary") return { kind: "nothing" };
  // The canary ended meanwhile, and what is live is not what somebody wants to get rid of.
  if (canary && !isLive(canary, routing, facts)) return { kind: "nothing" };
  const entry = routing.rollback[slice];
  if (!entry || routing.live === null) return { kind: "refuse", refusal: noRollback(slice) };
  const excluded = listDifferences(routing.live, entry.vector, facts);
  const refusal = findMissingRight(by, excluded);
  if (refusal) return { kind: "refuse", refusal };
  return planLive(entry.vector, routing, facts, { excluded, cause: `rollback of ${slice}`, by: by.name });
}

function planCanaryEnd(
  own: readonly Canary[],
  by: Command<"roll-back">["by"],
  routing: Routing,
): RoutingPlan {
  const slices = own.flatMap(({ releases }) => releases.map((ref) => parseReleaseRef(ref).slice));
  const refusal = findMissingRight(by, slices);
  if (refusal) return { kind: "refuse", refusal };
  return {
    kind: "write",
    routing: { ...routing, canaries: routing.canaries.filter((canary) => !own.includes(canary)) },
    cause: "rollback of the canary",
    by: by.name,
    ended: own.map(({ deployment }) => ({ deployment, reason: `rolled back by ${by.name}` })),
  };
}

/** A stored vector becomes live without the check of a deployment. */
function planLive(
  vector: string,
  before: Routing,
  facts: RoutingFacts,
  { excluded, ...why }: { excluded?: string[] } & Pick<RoutingChange, "cause" | "by">,
): RoutingPlan {
  const outline = facts.outlines.get(vector);
  if (!outline || outline.dev !== null) return { kind: "refuse", refusal: vectorUnknown(vector) };
  const after = outline.releases;
  const [revoked] = listRevoked(before, after);
  if (revoked) return { kind: "refuse", refusal: releaseRevoked(revoked) };
  const rebase = rebaseRouting({ before, after, excluded }, facts);
  if (rebase.kind === "missing") return rebase;
  const { rollback, canaries, previews, ended } = rebase;
  const routing = { ...before, live: vector, rollback, canaries, previews };
  const unchecked = before.live === null ? {} : listChanged(releasesOf(before.live, facts), after);
  return { kind: "write", routing, ...why, ended, unchecked };
}

function planRevocation(
  { release, by }: Command<"revoke">,
  routing: Routing,
  facts: RoutingFacts,
): RoutingPlan {
  if (routing.revoked.includes(release)) return { kind: "nothing" };
  const { slice, id } = parseReleaseRef(release);
  const holds = (vector: string | null) => releasesOf(vector, facts)[slice] === id;
  if (routing.live === null || holds(routing.live)) return { kind: "refuse", refusal: releaseLive(release) };
  const withoutIt = <Entry extends { vector: string }>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([, { vector }]) => !holds(vector)));
  const ended = routing.canaries.filter(({ vector }) => holds(vector));
  return {
    kind: "write",
    routing: {
      ...routing,
      rollback: withoutIt(routing.rollback),
      previews: withoutIt(routing.previews),
      canaries: routing.canaries.filter((canary) => !ended.includes(canary)),
      revoked: [...routing.revoked, release],
    },
    cause: `${release} revoked`,
    by,
    ended: ended.map(({ deployment }) => ({ deployment, reason: `${release} was revoked` })),
  };
}

function planPreviewEnd({ name, dev, by }: Command<"end-preview">, routing: Routing): RoutingPlan {
  if (dev !== undefined && routing.previews[name]?.dev !== dev) return { kind: "nothing" };
  if (!routing.previews[name]) return { kind: "refuse", refusal: previewUnknown(name) };
  const { [name]: _, ...previews } = routing.previews;
  return { kind: "write", routing: { ...routing, previews }, cause: `end of the preview ${name}`, by };
}

/** Whoever moved the routing meanwhile wins: how old pages are served is found out anew from there. */
function planOldPages(
  { revision, forwards, leaving, cause }: Command<"move-old-pages">,
  routing: Routing,
): RoutingPlan {
  if (routing.revision !== revision) return { kind: "nothing" };
  return { kind: "write", routing: { ...routing, forwards, leaving }, cause };
}

/** Its deployment knows why it failed and needs no word of it. */
function planWithdrawal({ deployment, cause }: Command<"withdraw-canary">, routing: Routing): RoutingPlan {
  const canaries = routing.canaries.filter((canary) => canary.deployment !== deployment);
  if (canaries.length === routing.canaries.length) return { kind: "nothing" };
  return { kind: "write", routing: { ...routing, canaries }, cause, by: "registry" };
}

/** The slices whose release differs between two vectors. */
function listDifferences(from: string, to: string, facts: RoutingFacts): string[] {
  const [before, after] = [releasesOf(from, facts), releasesOf(to, facts)];
  return Object.keys({ ...before, ...after }).filter((slice) => before[slice] !== after[slice]);
}

function listChanged(before: Releases, after: Releases): Releases {
  return Object.fromEntries(Object.entries(after).filter(([slice, id]) => before[slice] !== id));
}

function releasesOf(vector: string | null, { outlines }: RoutingFacts): Releases {
  return outlines.get(vector ?? "")?.releases ?? {};
}
