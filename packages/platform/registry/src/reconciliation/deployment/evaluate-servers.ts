import { type Deployment, type Instance, isIsolated } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import type { ChangedServer, Facts, ReleaseReport } from "./facts.ts";
import type { Progress } from "./progress.ts";
import { stepErrors } from "./step-errors.ts";

/** Migrations of a release never change, so a success of long ago counts; a failure counts for its deployment only. */
export function evaluateMigrated(deployment: Deployment, facts: Facts): Progress {
  const failure = findFailure(deployment, facts);
  if (failure) return failure;
  const migrating = facts.servers.filter((server) => server.hasMigrations);
  if (migrating.length === 0) return { kind: "pass", detail: "no migrations" };
  const open = migrating.filter(
    (server) => !reportsOn(server, facts).some(({ kind, ok }) => kind === "migrated" && ok),
  );
  return open.length === 0
    ? { kind: "pass", detail: `migrated ${names(migrating)}` }
    : { kind: "wait", detail: `waiting for the migrations of ${names(open)}` };
}

export function evaluateStarted(deployment: Deployment, facts: Facts): Progress {
  return evaluateInstances(deployment, facts, "start", () => true);
}

export function evaluateReady(deployment: Deployment, facts: Facts): Progress {
  return evaluateInstances(deployment, facts, "be ready", (instance) => instance.state === "ready");
}

function evaluateInstances(
  deployment: Deployment,
  facts: Facts,
  verb: string,
  counts: (instance: Instance) => boolean,
): Progress {
  const failure = findFailure(deployment, facts);
  if (failure) return failure;
  if (facts.servers.length === 0) return { kind: "pass", detail: "no servers" };
  const serving = facts.instances.filter((instance) => instance.state !== "draining" && counts(instance));
  const open = facts.servers.filter(
    ({ slice, release, isolated }) =>
      !serving.some(
        (instance) =>
          instance.slice === slice && instance.release === release && (isolated || !isIsolated(instance)),
      ),
  );
  return open.length === 0
    ? { kind: "pass", detail: names(facts.servers) }
    : { kind: "wait", detail: `waiting for ${names(open)} to ${verb}` };
}

/** What the runtime could not do since the deployment began. */
function findFailure(deployment: Deployment, facts: Facts): Progress | null {
  const since = Date.parse(deployment.createdAt);
  const failures = facts.servers
    .flatMap((server) => reportsOn(server, facts))
    .filter((report) => !report.ok && report.at.getTime() >= since);
  return failures.length > 0 ? { kind: "fail", problems: failures.map(toProblem) } : null;
}

function toProblem(report: ReleaseReport) {
  const name = `${report.slice}@${report.release}`;
  const reason = report.error ?? "no reason was given";
  return report.kind === "migrated"
    ? problemAt(report, stepErrors.MIGRATION_FAILED(`The migrations of ${name} failed: ${reason}`))
    : problemAt(report, stepErrors.START_FAILED(`${name} did not start: ${reason}`));
}

function reportsOn({ slice, release }: ChangedServer, { reports }: Facts): ReleaseReport[] {
  return reports.filter((report) => report.slice === slice && report.release === release);
}

function names(servers: readonly ChangedServer[]): string {
  return servers.map(({ slice, release }) => `${slice}@${release}`).join(", ");
}
