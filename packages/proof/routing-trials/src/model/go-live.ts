import { isCompatible } from "./check-releases.ts";
import { endCanary } from "./end-canary.ts";
import {
  type Canary,
  type Model,
  type Preview,
  type Releases,
  sliceOf,
  type Way,
  withReleases,
} from "./model.ts";

const ROLLBACK_MS = 15 * 60_000;

/**
 * Makes releases live, and everything else stand on top of them. `own` is the canary that becomes live; `excluded` are
 * slices that were just led back, and are not led forward again by a rollback.
 */
export function goLive(
  model: Model,
  after: Releases,
  { own, excluded = [] }: { own?: string; excluded?: readonly string[] } = {},
): Model {
  const next = { ...model, live: after, rollback: planRollbacks(model, after, excluded), canaries: {} };
  return carryPreviews(carryCanaries(next, model, own), model);
}

/** Each slice's way back: what it was before, for 15 minutes; a set that cannot go back apart goes back as one. */
function planRollbacks(before: Model, after: Releases, excluded: readonly string[]): Record<string, Way> {
  const ways = Object.keys(after)
    .filter((slice) => !excluded.includes(slice))
    .map((slice) => [slice, findWay(before, after, slice)] as const);
  return Object.fromEntries(ways.flatMap(([slice, way]) => (way ? [[slice, way]] : [])));
}

function findWay({ live, rollback, now }: Model, after: Releases, slice: string): Way | null {
  const [old, known] = [live[slice], rollback[slice]];
  if (old !== undefined && old !== after[slice]) {
    const alone = { ...after, [slice]: old };
    return { vector: isCompatible(alone) ? alone : live, until: now + ROLLBACK_MS };
  }
  const earlier = known?.vector[slice];
  if (!known || earlier === undefined || earlier === after[slice]) return null;
  const vector = { ...after, [slice]: earlier };
  return isCompatible(vector) ? { vector, until: known.until } : null;
}

/** A canary gives way to what goes live: decision 005. If that is what it has itself, it is done. */
function carryCanaries(next: Model, before: Model, own: string | undefined): Model {
  return Object.entries(before.canaries)
    .filter(([id]) => id !== own)
    .reduce((model, [id, canary]) => carryCanary(model, before.live, id, canary), next);
}

function carryCanary(model: Model, old: Releases, id: string, canary: Canary): Model {
  const { live } = model;
  const isReplaced = canary.releases.map(sliceOf).some((slice) => old[slice] !== live[slice]);
  const vector = withReleases(live, canary.releases);
  if (isReplaced || !isCompatible(vector)) return endCanary(model, id);
  return { ...model, canaries: { ...model.canaries, [id]: { ...canary, vector } } };
}

/** A preview that does not fit stays as it was. */
function carryPreviews(next: Model, before: Model): Model {
  const previews = Object.entries(before.previews).map(([name, preview]): [string, Preview] => {
    const vector = withReleases(next.live, preview.releases);
    return [name, isCompatible(vector) ? { ...preview, vector } : preview];
  });
  return { ...next, previews: Object.fromEntries(previews) };
}
