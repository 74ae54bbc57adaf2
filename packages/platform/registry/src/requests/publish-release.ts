import { readdir, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import {
  canonicalJson,
  type Release,
  type ReleaseSignature,
  releaseRef,
  type releaseSchema,
} from "@sliceway/protocol";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import { findRelease, insertRelease } from "../db/releases.ts";
import { findSigningKeys } from "../db/signing-keys.ts";
import { writeReleaseJson } from "../files/release-files.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import { requireSignature } from "../publish/require-signature.ts";
import { validateRelease } from "../publish/validate-release.ts";
import { Refusal } from "../refusal.ts";

/** A release as it is kept, and as it was sent: its id is made over what was sent, without what is filled in. */
export interface Publication {
  release: Release;
  document: z.input<typeof releaseSchema>;
  signature: ReleaseSignature;
}

/** Commits a release after its files, if its team signed it. Resolves to false if the same was published before. */
export async function publishRelease(
  context: Context,
  publication: Publication,
  by: string,
): Promise<boolean> {
  const { release, document, signature } = publication;
  const keys = await findSigningKeys(context.db, signature.key);
  requireSignature({ slice: release.slice, document, signature }, keys);
  return await context.mutex(releaseRef(release), async () => {
    const published = await findRelease(context.db, release);
    if (!published) await commit(context, publication, by);
    else if (!isSame(published, release)) throw releaseDiffers(release);
    return !published;
  });
}

async function commit(
  { db, files, now, log }: Context,
  { release, document, signature }: Publication,
  by: string,
): Promise<void> {
  await files.commit(release, async (dir) => {
    await removeUnlisted(release, dir);
    const problems = await validateRelease(release, document, dir);
    if (problems.length > 0) throw releaseInvalid(release, problems);
    await writeReleaseJson(dir, release);
  });
  const at = now();
  const cause = `signed with ${signature.key}`;
  const entry = { at, who: by, what: "publish" as const, to: releaseRef(release), cause };
  await db.transaction().execute(async (tx) => {
    await insertRelease(tx, release, { at, by, signature });
    if (!release.dev) await insertAudit(tx, [entry]);
  });
  log.info({ release: releaseRef(release), files: release.files.length }, "release published");
}

/** Twins of the same bytes may differ in size: another version of the packer made them. */
function isSame(a: Release, b: Release): boolean {
  const comparable = (release: Release) =>
    canonicalJson({
      ...release,
      files: release.files
        .map((file) => ({ ...file, brotliBytes: undefined }))
        .sort((x, y) => (x.path < y.path ? -1 : 1)),
    });
  return comparable(a) === comparable(b);
}

function releaseInvalid(release: Release, problems: Awaited<ReturnType<typeof validateRelease>>): Refusal {
  const [first] = problems;
  const text = publishErrors.RELEASE_INVALID(`${releaseRef(release)} cannot be published: ${first?.message}`);
  return new Refusal({ ...text, fix: first?.fix ?? text.fix }, { problems });
}

function releaseDiffers(release: Release): Refusal {
  return new Refusal(
    publishErrors.RELEASE_DIFFERS(`${releaseRef(release)} is published with another content.`),
  );
}

/** Removes what an interrupted upload of something else left: what nobody checked must not be served. */
async function removeUnlisted(release: Release, dir: string): Promise<void> {
  const listed = new Set(
    release.files.flatMap(({ path, brotliBytes }) =>
      brotliBytes === undefined ? [path] : [path, `${path}.br`],
    ),
  );
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(dir, full).split(sep).join("/");
    if (!entry.isDirectory() && !listed.has(path)) await rm(full);
  }
}
