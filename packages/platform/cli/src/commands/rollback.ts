import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { changesBetween, readLive } from "../platform/live.ts";
import { sliceUnknown } from "../project/get-slice-dir.ts";
import { renderLive } from "../report/render-live.ts";
import { inStep } from "../report/steps.ts";

export function addRollback(program: Command, io: Io): void {
  program
    .command("rollback")
    .description("End a slice's canary, or make its previous release live again; at once.")
    .argument("<slice>")
    .option("--canary", "end a canary if there is one; what is live stays live", false)
    .addHelpText("after", examples("sliceway rollback posts", "sliceway rollback posts --canary"))
    .action(async (slice: string, options: { canary: boolean }) =>
      rollback(await openContext(io), slice, options),
    );
}

/**
 * Ends a slice's canary, or makes its rollback vector live. With `canary` only the former: no canary is no error then.
 * Throws SlicewayError: `NOT_RUNNING`, `SLICE_UNKNOWN`, `NO_ROLLBACK`.
 */
async function rollback(context: Context, slice: string, { canary }: { canary: boolean }): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const before = await readLive(registry);
  // A canary may be the first that there is of its slice.
  if (!before.releases[slice] && !canary) throw sliceUnknown(slice, Object.keys(before.releases).sort());
  await inStep(
    io,
    "rollback",
    () => registry.rollback(slice, canary ? "canary" : undefined),
    () => slice,
  );
  const after = await readLive(registry);
  io.print("");
  const left = new Set(after.routing.canaries.map(({ deployment }) => deployment));
  const ended = before.routing.canaries.filter((one) => !left.has(one.deployment));
  for (const { deployment, releases } of ended)
    io.print(`The canary of ${releases.join(" ")} is over (${deployment}); its visitors have what is live.`);
  if (canary && ended.length === 0) io.print(`${slice} has no canary; what is live stays live.`);
  const changes = changesBetween(before.releases, after.releases);
  for (const line of renderLive(after, changes, io.colors)) io.print(line);
}
