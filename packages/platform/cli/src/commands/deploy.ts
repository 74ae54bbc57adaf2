import { SlicewayError } from "@sliceway/errors";
import { releaseRef } from "@sliceway/protocol";
import type { DeploymentManner } from "@sliceway/protocol/client";
import { type Command, Option } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../deployment/deployment-errors.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { type CanaryOptions, parseCanary } from "../deployment/parse-canary.ts";
import { parseTargets, type Target } from "../deployment/parse-targets.ts";
import { tellOutcome } from "../deployment/tell-outcome.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { type Connection, connect } from "../platform/connect.ts";
import { type Live, readLive } from "../platform/live.ts";
import { buildOnce } from "../release/build-once.ts";
import { publishRelease } from "../release/publish-release.ts";
import { tellWarnings } from "../release/tell-warnings.ts";
import { inStep } from "../report/steps.ts";

interface MannerOptions extends CanaryOptions {
  /** Name of a preview. */
  preview?: string | undefined;
  hours?: number | undefined;
}

export function addDeploy(program: Command, io: Io): void {
  program
    .command("deploy")
    .description("Build, publish, check, start beside the old, and shift. Several slices go live as one set.")
    .argument(
      "<slice...>",
      "slices as they lie in the tree, or published releases such as posts@3f9c2a1b04de",
    )
    .option("--canary <percents>", "let only some visitors have it first: 1,10,50,100, or 10 to stay there")
    .addOption(new Option("--step-minutes <minutes>", "how long a step waits for requests").argParser(Number))
    .addOption(new Option("--samples <requests>", "requests at which a step is judged").argParser(Number))
    .option("--preview <name>", "let only those see it who have a link")
    .addOption(new Option("--hours <hours>", "how long the preview stays open").argParser(Number))
    .addHelpText(
      "after",
      examples(
        "sliceway deploy posts",
        "sliceway deploy posts feeds",
        "sliceway deploy posts@3f9c2a1b04de",
        "sliceway deploy posts --canary 1,10,50,100",
        "sliceway deploy posts --preview pr-42 --hours 8",
      ),
    )
    .action(async (slices: string[], options: MannerOptions) =>
      deploy(await openContext(io), slices, options),
    );
}

/**
 * Makes slices live as one set, at once or as a canary, or opens a preview of them, following the registry through
 * every step. Throws if they do not get there.
 */
async function deploy(context: Context, names: string[], options: MannerOptions = {}): Promise<void> {
  const targets = parseTargets(context.project, names);
  const manner = parseManner(options);
  const connection = await connect(context);
  const { registry } = connection;
  const before = await readLive(registry);

  const releases = [];
  for (const target of targets) releases.push(await prepareTarget(context, connection, target, before));
  // What is live already can be looked at as well: a pipeline goes on whatever was changed.
  const changed = manner.preview
    ? releases
    : releases.filter(({ slice, id }) => before.releases[slice] !== id);
  if (changed.length === 0) {
    context.io.print(`Nothing to deploy: ${releases.map(releaseRef).join(", ")} is live.`);
    return;
  }
  const begun = await registry.createDeployment(changed.map(releaseRef), manner);
  await tellOutcome(context, connection, await followDeployment(context, registry, begun), before);
}

/** Reads how releases are to go live, or to be shown. Throws SlicewayError `CANARY_MISSPELT` or `MANNER_UNCLEAR`. */
function parseManner({ preview: name, hours, ...options }: MannerOptions): DeploymentManner {
  const canary = parseCanary(options);
  if (canary && name !== undefined)
    throw new SlicewayError(
      errors.MANNER_UNCLEAR("A canary is for everybody, a preview for those with a link."),
    );
  if (canary) return { canary };
  return name === undefined ? {} : { preview: { name, ...(hours !== undefined && { hours }) } };
}

/** Sees to it that the registry has the release; builds and publishes it if need be. Answers with its name. */
async function prepareTarget(
  context: Context,
  { registry, sign }: Connection,
  target: Target,
  live: Live,
): Promise<{ slice: string; id: string }> {
  if (target.kind === "release") return target;
  const { io, project, buildsDir } = context;
  const { slice, sliceDir } = target;
  const options = { projectDir: project.dir, sliceDir, releasesDir: buildsDir };
  const release = await inStep(
    io,
    "build",
    (step) => buildOnce({ ...options, onStep: (part) => step.note(`${slice}: ${part}`) }),
    releaseRef,
  );
  await tellWarnings(context, release);
  if (live.releases[slice] === release.id) return release;
  await inStep(
    io,
    "publish",
    () => publishRelease(registry, release, { releasesDir: buildsDir, sign }),
    (outcome) => (outcome === "known" ? "the registry has it already" : `${release.files.length} files`),
  );
  return release;
}
