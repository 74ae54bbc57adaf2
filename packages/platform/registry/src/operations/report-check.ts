import { type Release, releaseRef } from "@sliceway/protocol";
import type { CheckReport } from "@sliceway/protocol/api";
import { distinctProblems } from "../problem-at.ts";
import type { Verdict } from "./judge-candidate.ts";
import type { DatabasePlan } from "./judge-databases.ts";

/** A verdict in the words of the protocol. */
export function reportCheck(releases: readonly Release[], verdict: Verdict): CheckReport {
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
