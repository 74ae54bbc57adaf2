import { type Problem, parseReleaseRef } from "@sliceway/protocol";
import type { CheckReport } from "@sliceway/protocol/client";
import type { Colors } from "../io.ts";
import { withLocalTimes } from "./local-time.ts";
import { renderProblem } from "./render-problem.ts";
import { renderWarnings } from "./render-warnings.ts";

/** What a check found: every problem, slice by slice; or, where there is none, what a deployment would do. */
export function renderCheck(report: CheckReport, live: Record<string, string>, colors: Colors): string[] {
  const { ok, problems, warnings } = report;
  return [
    ...bySlice(problems).flatMap((problem) => ["", renderProblem(problem, colors)]),
    ...(ok ? ["", ...renderPlan(report, live, colors)] : []),
    ...renderWarnings(bySlice(warnings), colors),
  ];
}

function bySlice(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.slice ?? "").localeCompare(b.slice ?? ""));
}

/** Two columns, as after a deployment: a word, and what it is about. */
function renderPlan(report: CheckReport, live: Record<string, string>, colors: Colors): string[] {
  const changes = report.releases.filter(
    (ref) => live[parseReleaseRef(ref).slice] !== parseReleaseRef(ref).id,
  );
  if (changes.length === 0) return [`Nothing would change: ${report.releases.join(", ")} is live.`];
  return [
    colors.green("Everything fits. A deployment would"),
    ...changes.map((ref) => row("swap", describeSwap(ref, live))),
    ...describeMigrations(report),
    ...describeRollbacks(report),
    ...report.canaries.ended.map(({ deployment, reason }) =>
      row("end", `the canary of ${deployment}: ${withLocalTimes(reason)}`),
    ),
  ];
}

function describeSwap(ref: string, live: Record<string, string>): string {
  const { slice } = parseReleaseRef(ref);
  return live[slice] ? `${slice}@${live[slice]} for ${ref}` : `in ${ref}, the first release of ${slice}`;
}

function describeMigrations({ migrations }: CheckReport): string[] {
  const first = migrations.filter(({ deferred }) => !deferred);
  const later = migrations.filter(({ deferred }) => deferred);
  if (migrations.length === 0) return [row("migrate", "nothing")];
  return [
    ...first.map(({ slice, name }) => row("migrate", `${slice}: ${name}`)),
    ...later.map(({ slice, name, waitsFor }) => {
      const others = waitsFor.map(({ release, why }) => `${release} (${withLocalTimes(why)})`).join(", ");
      const when = others ? `when these have retired: ${others}` : "as soon as it is live";
      return row("later", `${slice}: ${name}, ${when}`);
    }),
  ];
}

function describeRollbacks({ rollback: { kept, lost } }: CheckReport): string[] {
  const reason = (problems: Problem[]) => problems[0]?.message ?? "it does not fit";
  return [
    ...(kept.length > 0 ? [row("keep", `the way back of ${kept.join(", ")}`)] : []),
    ...lost.map(({ slice, problems }) =>
      row("lose", `the way back of ${slice} alone: ${withLocalTimes(reason(problems))}`),
    ),
  ];
}

function row(word: string, text: string): string {
  return `  ${word.padEnd(8)} ${text}`;
}
