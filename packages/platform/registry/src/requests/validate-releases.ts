import { type Problem, parseReleaseRef, type Release, releaseRef, vectorId } from "@sliceway/protocol";
import type { CheckReport } from "@sliceway/protocol/api";
import {
  type ComposedVectors,
  composeMissing,
  loadReleases,
  releaseUnknown,
} from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { findRelease } from "../db/releases.ts";
import { readRouting } from "../db/routing.ts";
import { vectorExists } from "../db/vectors.ts";
import { distinctProblems } from "../problem-at.ts";
import { validateParts } from "../publish/validate-parts.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import type { Composed, Releases } from "../routing/routing-command.ts";
import { type Verdict, validateCandidate } from "../validation/validate-candidate.ts";
import type { DatabasePlan } from "../validation/validate-databases.ts";

/**
 * Says what deploying these releases as one set would come to, and changes nothing. Releases that are not published
 * are given whole; nothing of them is kept.
 */
export async function validateReleases(
  context: Context,
  asked: readonly (Release | string)[],
): Promise<CheckReport> {
  const { given, releases, problems } = await load(context, asked);
  requireOneOfEach(releases);
  const malformed = [...problems, ...given.flatMap(validateParts)];
  if (malformed.length > 0) return reportCheck(releases, await refuse(context, malformed));
  const composed: ComposedVectors = new Map();
  const compose = (ids: Releases) => composeUnstored(context, given, ids);
  const validate = () => validateCandidate(context, releases, { composed });
  return reportCheck(releases, await composeMissing(compose, composed, validate));
}

/** What could not be published is validated no further. */
async function refuse(context: Context, problems: Problem[]): Promise<Verdict> {
  const before = await readRouting(context.db, context.now());
  return { before, vector: null, problems, warnings: [], databases: [], rollback: {}, lost: [], ended: [] };
}

function requireOneOfEach(releases: readonly Release[]): void {
  if (new Set(releases.map(({ slice }) => slice)).size === releases.length) return;
  throw new Refusal({
    ...requestErrors.REQUEST_INVALID("A check takes one release of a slice."),
    fix: "Name each slice once.",
  });
}

async function load({ db }: Context, asked: readonly (Release | string)[]) {
  const given = asked.filter((release) => typeof release !== "string");
  const keys = asked.filter((release) => typeof release === "string").map(parseReleaseRef);
  const found = await Promise.all(keys.map((key) => findRelease(db, key)));
  const problems = keys.filter((_, index) => !found[index]).map(({ slice, id }) => releaseUnknown(slice, id));
  return { given, releases: [...given, ...found.filter((release) => release !== undefined)], problems };
}

/** Like `ensureVector`, but for releases that nobody has published, and without storing anything. */
async function composeUnstored(
  context: Context,
  given: readonly Release[],
  ids: Releases,
): Promise<Composed> {
  if (await vectorExists(context.db, vectorId(ids))) return { ok: true };
  const isGiven = ([slice, release]: [string, string]) =>
    given.some((other) => releaseRef(other) === releaseRef({ slice, id: release }));
  const entries = Object.entries(ids);
  const stored = await loadReleases(context, Object.fromEntries(entries.filter((entry) => !isGiven(entry))));
  if (stored.problems.length > 0) return { ok: false, problems: stored.problems };
  const own = given.filter((release) => ids[release.slice] === release.id);
  const releases = [...stored.releases, ...own];
  const built = await context.composer.build({ releases, createdAt: context.now() });
  return built.ok ? { ok: true } : built;
}

/** A verdict in the words of the protocol. */
function reportCheck(releases: readonly Release[], verdict: Verdict): CheckReport {
  const { before, vector, warnings, databases, rollback, lost, ended } = verdict;
  const problems = distinctProblems(verdict.problems);
  return {
    ok: problems.length === 0,
    revision: before.revision,
    live: before.live,
    vector: problems.length === 0 ? vector : null,
    releases: releases.map(releaseRef),
    problems,
    warnings: distinctProblems(warnings),
    migrations: databases.flatMap(reportMigrations),
    canaries: { ended },
    rollback: { kept: Object.keys(rollback).sort(), lost },
  };
}

function reportMigrations({
  release,
  migrations,
  contractions,
  isFirst,
}: DatabasePlan): CheckReport["migrations"] {
  const { slice } = release;
  return [
    ...migrations.map(({ name }) => ({ slice, name, deferred: false, waitsFor: [] })),
    ...contractions.map(({ migration: { name }, waitsFor }) => ({
      slice,
      name,
      deferred: !isFirst,
      waitsFor: waitsFor.map(({ release, why }) => ({ release: releaseRef(release), why })),
    })),
  ];
}
