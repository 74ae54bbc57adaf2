import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { changesBetween, readLive } from "../platform/live.ts";
import { sliceUnknown } from "../project/get-slice-dir.ts";
import { renderLive } from "../report/render-live.ts";
import { inStep } from "../report/steps.ts";

/** Ends a slice's canary, or makes its rollback vector live. Throws SlicewayError: `NOT_RUNNING`, `SLICE_UNKNOWN`, `NO_ROLLBACK`. */
export async function rollback(context: Context, slice: string): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const before = await readLive(registry);
  if (!before.releases[slice]) throw sliceUnknown(slice, Object.keys(before.releases).sort());
  await inStep(
    io,
    "rollback",
    () => registry.rollback(slice),
    () => slice,
  );
  const after = await readLive(registry);
  io.print("");
  const left = new Set(after.routing.canaries.map(({ deployment }) => deployment));
  for (const { deployment, releases } of before.routing.canaries.filter((one) => !left.has(one.deployment)))
    io.print(`The canary of ${releases.join(" ")} is over (${deployment}); its visitors have what is live.`);
  const changes = changesBetween(before.releases, after.releases);
  for (const line of renderLive(after, changes, io.colors)) io.print(line);
}
