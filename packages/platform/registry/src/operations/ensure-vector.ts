import { type Problem, type Release, vectorId } from "@sliceway/protocol";
import type { BuiltVector } from "../compose/build-vector.ts";
import type { Context } from "../context.ts";
import { findRelease } from "../db/releases.ts";
import { findVector, insertVector, vectorExists } from "../db/vectors.ts";
import { problemAt } from "../problem-at.ts";

type Releases = Record<string, string>;
export type Ensured = { ok: true; id: string } | Extract<BuiltVector, { ok: false }>;

/** Finds the stored vector of these releases (slice to id), or makes and stores it. */
export async function ensureVector(context: Context, releases: Releases): Promise<Ensured> {
  const id = vectorId(releases);
  return await context.turns(id, async () => {
    if (await vectorExists(context.db, id)) return { ok: true, id };
    const loaded = await loadReleases(context, releases);
    if (loaded.problems.length > 0) return { ok: false, problems: loaded.problems };
    const built = await context.composer.build({ releases: loaded.releases, createdAt: context.now() });
    if (!built.ok) return built;
    await insertVector(context.db, built.vector);
    context.log.info({ vector: id, releases }, "vector made");
    return { ok: true, id };
  });
}

/** A vector that must be there. */
export async function getStoredVector({ db }: Context, id: string) {
  const vector = await findVector(db, id);
  if (!vector) throw new Error(`the vector ${id} has gone`);
  return vector;
}

/** The published releases of these ids (slice to id). */
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
    {
      code: "RELEASE_UNKNOWN",
      message: `The release ${slice}@${id} is not published.`,
      fix: "Publish it first, or correct the name.",
    },
  );
}
