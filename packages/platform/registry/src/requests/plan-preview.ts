import { type Deployment, type Preview, parseReleaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { findDevSession } from "../db/dev-sessions.ts";
import { findRelease } from "../db/releases.ts";
import { listReports } from "../db/reports.ts";
import { readRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { deploymentErrors } from "./deployment-errors.ts";

/**
 * What a preview of these releases (`slice@id`) is. A release that brings migrations which live has not would change
 * the data that everybody works on: it gets a database of its own.
 */
export async function planPreview(
  context: Context,
  refs: readonly string[],
  { name, hours, dev }: { name: string; hours: number; dev: string | undefined },
): Promise<NonNullable<Deployment["preview"]>> {
  const { live, previews } = await readRouting(context.db, context.now());
  const releases = live === null ? {} : (await readOutlines(context.db, [live])).get(live)?.releases;
  const isolated: string[] = [];
  for (const ref of refs) {
    const { slice } = parseReleaseRef(ref);
    const stays = dev !== undefined && isIsolated(previews[name], slice);
    if (stays || (await bringsMigrations(context, ref, releases?.[slice]))) isolated.push(ref);
  }
  const until = new Date(context.now().getTime() + hours * 3_600_000).toISOString();
  return { name, until, isolated, ...(dev !== undefined && { dev }) };
}

/** Who has worked on a database of their own goes on with it. */
function isIsolated(preview: Preview | undefined, slice: string): boolean {
  return preview?.isolated.some((ref) => parseReleaseRef(ref).slice === slice) ?? false;
}

/** What the shared database has had once it may have again. */
async function bringsMigrations({ db }: Context, ref: string, live: string | undefined): Promise<boolean> {
  const reports = await listReports(db, [ref]);
  if (reports.some(({ kind, ok }) => kind === "migrated" && ok)) return false;
  const key = parseReleaseRef(ref);
  const next = await findRelease(db, key);
  const before = live === undefined ? undefined : await findRelease(db, { slice: key.slice, id: live });
  // One that was edited is another: the shared database would not take it.
  const known = new Set(before?.migrations.map(({ name, sha256 }) => `${name} ${sha256}`));
  return next?.migrations.some(({ name, sha256 }) => !known.has(`${name} ${sha256}`)) ?? false;
}

/**
 * What somebody works on is seen in that person's preview and nowhere else, and nothing else is seen there. Resolves to
 * the session that the releases (`slice@id`) belong to.
 */
export async function requireDev(
  { db, now }: Context,
  refs: readonly string[],
  preview: string | undefined,
): Promise<string | undefined> {
  const releases = await Promise.all(refs.map((ref) => findRelease(db, parseReleaseRef(ref))));
  const devs = new Set(releases.flatMap((release) => release?.dev ?? []));
  const session = preview === undefined ? undefined : await findDevSession(db, preview, now());
  if (devs.size === 0 && !session) return undefined;
  if (devs.size === 1 && session && devs.has(session.id)) return session.id;
  if (session && devs.size === 0)
    throw new Refusal({
      ...deploymentErrors.DEPLOYMENT_INVALID(`Somebody works under the name ${preview}.`),
      fix: "Take another name.",
    });
  throw new Refusal({
    ...deploymentErrors.DEPLOYMENT_INVALID(
      `${refs.join(" ")} is what somebody works on, and seen by nobody else.`,
    ),
    fix: "Deploy the slice itself: sliceway deploy <slice>.",
  });
}
