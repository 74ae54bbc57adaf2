import { type Canary, type Preview, parseReleaseRef, type Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import type { CanaryEnd } from "../db/canary-ends.ts";
import { readOutlines } from "../db/vectors.ts";
import { ensureVector } from "./ensure-vector.ts";

export interface CarriedOver extends Pick<Routing, "canaries" | "previews"> {
  /** Canaries that cannot go on, with the reason. */
  ended: CanaryEnd[];
}

interface LiveMove {
  before: Routing;
  /** Releases of the vector that becomes live, slice to id. */
  after: Record<string, string>;
  /** The deployment whose own canary becomes live. */
  except?: string;
  /** Finds or makes vectors. */
  ensure?: typeof ensureVector;
}

/**
 * Canaries and previews on top of what becomes live. A canary gives way to what goes live: it ends if its slice gets
 * another release, or if it does not fit any more (docs/decisions/005). A preview that does not fit stays as it was.
 */
export async function carryOver(
  context: Context,
  { before, after, except, ensure = ensureVector }: LiveMove,
): Promise<CarriedOver> {
  const make: MakeVector = (releases) => ensure(context, releases);
  const live =
    before.live === null ? undefined : (await readOutlines(context.db, [before.live])).get(before.live);
  const carried: CarriedOver = { canaries: [], previews: {}, ended: [] };
  for (const canary of before.canaries) {
    if (canary.deployment === except) continue;
    const next = await carryCanary(make, canary, live?.releases ?? {}, after);
    if (typeof next === "string") carried.ended.push({ deployment: canary.deployment, reason: next });
    else if (next) carried.canaries.push(next);
  }
  for (const [name, preview] of Object.entries(before.previews))
    carried.previews[name] = await carryPreview(make, preview, after);
  return carried;
}

type MakeVector = (releases: Record<string, string>) => ReturnType<typeof ensureVector>;

/** Null if all of it has become live by other means; a text if it has to end. */
async function carryCanary(
  make: MakeVector,
  canary: Canary,
  live: Record<string, string>,
  after: Record<string, string>,
): Promise<Canary | string | null> {
  const releases = canary.releases.map(parseReleaseRef);
  if (releases.every(({ slice, id }) => after[slice] === id)) return null;
  const moved = releases.find(({ slice }) => live[slice] !== after[slice]);
  if (moved) return `${moved.slice}@${after[moved.slice]} went live`;
  const ensured = await make(withReleases(after, canary.releases));
  if (ensured.ok) return { ...canary, vector: ensured.id };
  return `it does not fit what went live: ${ensured.problems[0]?.message.replace(/\.$/, "")}`;
}

async function carryPreview(
  make: MakeVector,
  preview: Preview,
  after: Record<string, string>,
): Promise<Preview> {
  const ensured = await make(withReleases(after, preview.releases));
  return ensured.ok ? { ...preview, vector: ensured.id } : preview;
}

/** Releases (slice to id) with others, as `slice@id`, in their place. */
export function withReleases(
  releases: Record<string, string>,
  refs: readonly string[],
): Record<string, string> {
  const changes = refs.map(parseReleaseRef).map(({ slice, id }) => [slice, id] as const);
  return { ...releases, ...Object.fromEntries(changes) };
}
