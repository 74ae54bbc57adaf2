import {
  type Canary,
  type Preview,
  type Problem,
  parseReleaseRef,
  type Routing,
  vectorId,
} from "@sliceway/protocol";
import type { CanaryEnd } from "../db/routing.ts";
import type { Composed, Releases, RoutingFacts } from "./routing-command.ts";

/** How long after a change the servers of what was live before stay warm. */
const ROLLBACK_MS = 15 * 60_000;

export interface LiveChange {
  before: Routing;
  /** Releases of the vector that becomes live. */
  after: Releases;
  /** Slices that get no rollback: they have just been rolled back themselves. */
  excluded?: readonly string[];
  /** The deployment whose own canary becomes live. */
  except?: string;
}

/** Rollbacks, canaries and previews on top of another live vector. */
export interface RebasedRouting extends Pick<Routing, "rollback" | "canaries" | "previews"> {
  /** Slices that lose their rollback: their earlier release is incompatible with what becomes live. */
  lost: { slice: string; problems: Problem[] }[];
  /** Canaries that cannot go on, with the reason. */
  ended: CanaryEnd[];
}

export type Rebase = ({ kind: "rebased" } & RebasedRouting) | { kind: "missing"; vectors: Releases[] };

/**
 * Puts rollbacks, canaries and previews on top of what becomes live. Rollbacks lead to finished vectors, so that a
 * rollback moves a pointer and nothing else. A canary gives way: it ends if its slice gets another release, or if it is
 * incompatible with what becomes live (docs/decisions/005). A preview that is incompatible stays as it was.
 */
export function rebaseRouting(change: LiveChange, facts: RoutingFacts): Rebase {
  const missing = new Map<string, Releases>();
  const compose: Compose = (releases) => {
    const vector = vectorId(releases);
    const composed = facts.outlines.has(vector) ? COMPOSED : facts.composed.get(vector);
    if (!composed) missing.set(vector, releases);
    return { ...(composed ?? COMPOSED), vector };
  };
  const rebased = {
    ...rebaseRollbacks(change, facts, compose),
    ...rebaseCanaries(change, facts, compose),
    ...rebasePreviews(change, compose),
  };
  return missing.size > 0
    ? { kind: "missing", vectors: [...missing.values()] }
    : { kind: "rebased", ...rebased };
}

const COMPOSED: Composed = { ok: true };

type Compose = (releases: Releases) => Composed & { vector: string };

function rebaseRollbacks({ excluded = [], ...change }: LiveChange, facts: RoutingFacts, compose: Compose) {
  const rollback: Routing["rollback"] = {};
  const lost: RebasedRouting["lost"] = [];
  for (const slice of Object.keys(change.after).filter((slice) => !excluded.includes(slice))) {
    const earlier = findEarlier(slice, change, facts);
    if (!earlier) continue;
    const { release, until, orElse } = earlier;
    const composed = compose({ ...change.after, [slice]: release });
    const vector = composed.ok ? composed.vector : orElse;
    if (vector !== null) rollback[slice] = { vector, until };
    else lost.push({ slice, problems: composed.ok ? [] : composed.problems });
  }
  return { rollback, lost };
}

interface EarlierRelease {
  release: string;
  until: string;
  /** The vector to go back to where that release alone is incompatible: a set goes back as a whole. */
  orElse: string | null;
}

/** A slice that changes can go back to its release before; another one to where it could go already. */
function findEarlier(
  slice: string,
  { before, after }: LiveChange,
  facts: RoutingFacts,
): EarlierRelease | undefined {
  const replaced = releasesOf(before.live, facts)[slice];
  if (replaced !== undefined && replaced !== after[slice]) {
    const until = new Date(facts.now.getTime() + ROLLBACK_MS).toISOString();
    return { release: replaced, until, orElse: before.live };
  }
  const entry = before.rollback[slice];
  const release = entry && releasesOf(entry.vector, facts)[slice];
  if (!release || release === after[slice]) return undefined;
  return { release, until: entry.until, orElse: null };
}

function rebaseCanaries({ before, after, except }: LiveChange, facts: RoutingFacts, compose: Compose) {
  const live = releasesOf(before.live, facts);
  const canaries: Canary[] = [];
  const ended: CanaryEnd[] = [];
  for (const canary of before.canaries) {
    if (canary.deployment === except) continue;
    const next = rebaseCanary(canary, { live, after }, compose);
    if (typeof next === "string") ended.push({ deployment: canary.deployment, reason: next });
    else if (next) canaries.push(next);
  }
  return { canaries, ended };
}

/** Null if all of it has become live by other means; a text if it has to end. */
function rebaseCanary(
  canary: Canary,
  { live, after }: { live: Releases; after: Releases },
  compose: Compose,
): Canary | string | null {
  const releases = canary.releases.map(parseReleaseRef);
  if (releases.every(({ slice, id }) => after[slice] === id)) return null;
  const moved = releases.find(({ slice }) => live[slice] !== after[slice]);
  if (moved) return `${moved.slice}@${after[moved.slice]} went live`;
  const composed = compose(withReleases(after, canary.releases));
  if (composed.ok) return { ...canary, vector: composed.vector };
  return `it does not fit what went live: ${composed.problems[0]?.message.replace(/\.$/, "")}`;
}

function rebasePreviews({ before, after }: LiveChange, compose: Compose) {
  const rebase = (preview: Preview): Preview => {
    const composed = compose(withReleases(after, preview.releases));
    return composed.ok ? { ...preview, vector: composed.vector } : preview;
  };
  const entries = Object.entries(before.previews).map(([name, preview]) => [name, rebase(preview)]);
  return { previews: Object.fromEntries(entries) as Routing["previews"] };
}

function withReleases(after: Releases, refs: readonly string[]): Releases {
  const own = refs.map(parseReleaseRef).map(({ slice, id }) => [slice, id] as const);
  return { ...after, ...Object.fromEntries(own) };
}

function releasesOf(vector: string | null, { outlines }: RoutingFacts): Releases {
  return outlines.get(vector ?? "")?.releases ?? {};
}
