import { SlicewayError } from "@sliceway/errors";
import { type Problem, type Release, releaseRef } from "@sliceway/protocol";
import type { CheckReport, RegistryClient } from "@sliceway/protocol/client";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../deployment/deployment-errors.ts";
import { locateProblem } from "../deployment/locate-problem.ts";
import { parseTargets, type Target } from "../deployment/parse-targets.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { readLive } from "../platform/live.ts";
import type { Project } from "../project/find-project.ts";
import { buildOnce } from "../release/build-once.ts";
import { findWarnings } from "../release/find-warnings.ts";
import { renderCheck } from "../report/render-check.ts";
import { inStep, startStep } from "../report/steps.ts";

export function addCheck(program: Command, io: Io): void {
  program
    .command("check")
    .description("Say what a deployment would come to, without deploying.")
    .argument("<slice...>", "as for deploy")
    .option("--json", "print one JSON object, described in packages/platform/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway check posts", "sliceway check posts feeds --json | jq .problems"),
    )
    .action(async (slices: string[], options: { json: boolean }) =>
      check(await openContext(io), slices, options),
    );
}

/**
 * Says what deploying these slices as one set would come to: builds them and asks the registry, which keeps nothing.
 * Throws SlicewayError `CHECK_FAILED` if a deployment would be refused.
 */
async function check(context: Context, names: string[], { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const targets = parseTargets(context.project, names);
  const { registry } = await connect(context);
  const asked: (Release | string)[] = [];
  for (const target of targets) asked.push(await prepare(context, target, json));
  const { releases: live } = await readLive(registry);

  const report = await ask(context, () => checkAll(registry, context.project, asked), json);
  if (json) io.print(JSON.stringify(report, null, 2));
  else for (const line of renderCheck(report, live, io.colors)) io.print(line);
  if (!report.ok) throw checkFailed(report);
}

/** What the registry finds, and what only the tree shows. */
async function checkAll(
  registry: RegistryClient,
  project: Project,
  asked: (Release | string)[],
): Promise<CheckReport> {
  const report = await registry.check(asked);
  const built = asked.filter((release) => typeof release !== "string");
  const warnings = await Promise.all(built.map((release) => findWarnings(project, release)));
  return { ...report, warnings: [...report.warnings, ...warnings.flat()] };
}

async function ask(context: Context, run: () => Promise<CheckReport>, json: boolean): Promise<CheckReport> {
  if (json) return locate(context, await run());
  const step = startStep(context.io, "check");
  const report = locate(context, await run());
  step[report.ok ? "done" : "fail"](report.releases.join(", "));
  return report;
}

/** The release as it lies in the tree, or the name of a published one. */
async function prepare({ io, project, buildsDir }: Context, target: Target, json: boolean) {
  if (target.kind === "release") return releaseRef(target);
  const options = { projectDir: project.dir, sliceDir: target.sliceDir, releasesDir: buildsDir };
  if (json) return await buildOnce(options);
  return await inStep(io, "build", () => buildOnce(options), releaseRef);
}

/** Paths become such that one can click on them. */
function locate({ project, io }: Context, report: CheckReport): CheckReport {
  const locateAll = (problems: Problem[]) =>
    problems.map((problem) => locateProblem(problem, project, io.cwd));
  return { ...report, problems: locateAll(report.problems), warnings: locateAll(report.warnings) };
}

function checkFailed({ releases, problems }: CheckReport): SlicewayError {
  const count = problems.length === 1 ? "the problem" : `the ${problems.length} problems`;
  return new SlicewayError(
    errors.CHECK_FAILED(`A deployment of ${releases.join(", ")} would be refused. Nothing was changed.`, {
      problems: count,
    }),
  );
}
