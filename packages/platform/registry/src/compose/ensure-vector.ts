import { type Problem, type Release, vectorId } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { findRelease } from "../db/releases.ts";
import { insertVector, vectorExists } from "../db/vectors.ts";
import { problemAt } from "../problem-at.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import type { Composed, Releases } from "../routing/routing-command.ts";

/** What came of composing, by the id that a vector has or would have. */
export type ComposedVectors = Map<string, Composed>;

/** Thrown by who needs to know of vectors that nobody has composed yet. */
export class VectorsMissing extends Error {
  override name = "VectorsMissing";
  readonly vectors: readonly Releases[];

  constructor(vectors: readonly Releases[]) {
    super("vectors have to be composed first");
    this.vectors = vectors;
  }
}

/** Runs `work`, composes what it misses, and runs it again until it misses nothing. */
export async function composeMissing<T>(
  compose: (releases: Releases) => Promise<Composed>,
  composed: ComposedVectors,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof VectorsMissing)) throw error;
      for (const releases of error.vectors) composed.set(vectorId(releases), await compose(releases));
    }
  }
}

/** Finds the stored vector of these releases, or makes and stores it. Takes a second or more of the composer. */
export async function ensureVector(context: Context, releases: Releases): Promise<Composed> {
  const id = vectorId(releases);
  return await context.mutex(id, async () => {
    if (await vectorExists(context.db, id)) return { ok: true };
    const loaded = await loadReleases(context, releases);
    if (loaded.problems.length > 0) return { ok: false, problems: loaded.problems };
    const built = await context.composer.build({ releases: loaded.releases, createdAt: context.now() });
    if (!built.ok) return built;
    await insertVector(context.db, built.vector);
    context.log.info({ vector: id, releases }, "vector made");
    return { ok: true };
  });
}

/** The published releases of these ids. */
export async function loadReleases({ db }: Context, ids: Releases) {
  const releases: Release[] = [];
  const problems: Problem[] = [];
  for (const [slice, id] of Object.entries(ids)) {
    const release = await findRelease(db, { slice, id });
    if (release) releases.push(release);
    else problems.push(releaseUnknown(slice, id));
  }
  return { releases, problems };
}

export function releaseUnknown(slice: string, id: string): Problem {
  return problemAt(
    { slice, release: id },
    publishErrors.RELEASE_UNKNOWN(`The release ${slice}@${id} is not published.`),
  );
}
