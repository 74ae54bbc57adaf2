import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { parsePercent } from "../deployment/parse-canary.ts";
import { tellOutcome } from "../deployment/tell-outcome.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { readLive } from "../platform/live.ts";

export function addPromote(program: Command, io: Io): void {
  program
    .command("promote")
    .description("Give a slice's canary its next share of the visitors.")
    .argument("<slice>")
    .option("--to <percent>", "that share; 100 makes it live")
    .addHelpText("after", examples("sliceway promote posts", "sliceway promote posts --to 100"))
    .action(async (slice: string, options: { to?: string }) =>
      promote(await openContext(io), slice, options),
    );
}

/**
 * Moves a slice's canary to its next share of the visitors, or to `to` percent, and follows it. Throws SlicewayError:
 * `NOT_RUNNING`, `CANARY_MISSPELT`, `NO_CANARY`, `CANARY_STAYS`, `DEPLOYMENT_FAILED`.
 */
async function promote(context: Context, slice: string, { to }: { to?: string }): Promise<void> {
  const percent = to === undefined ? undefined : parsePercent(to);
  const connection = await connect(context);
  const { registry } = connection;
  const before = await readLive(registry);
  const begun = await registry.promote(slice, percent);
  if (begun.state === "done") context.io.print(`${begun.releases.join(" ")} has all visitors already`);
  const deployment = await followDeployment(context, registry, begun, begun);
  await tellOutcome(context, connection, deployment, before);
}
