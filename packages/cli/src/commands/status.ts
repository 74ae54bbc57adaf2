import type { Context } from "../context.ts";
import { countDeadLetters } from "../events/count-dead-letters.ts";
import { connect } from "../platform/connect.ts";
import { readStatus } from "../platform/read-status.ts";
import { renderStatus } from "../report/render-status.ts";

/** Says what is live, what runs and why, and whether events failed for good. */
export async function status(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const found = await readStatus(await connect(context), context.home.run);
  const names = found.slices.map(({ slice }) => slice);
  const deadLetters = await countDeadLetters(context, names);
  if (json) return io.print(JSON.stringify({ ...found, deadLetters }, null, 2));
  for (const line of renderStatus(found, io.colors)) io.print(line);
  const line = renderDead(deadLetters);
  if (line) io.print(io.colors.red(line));
}

function renderDead(deadLetters: Record<string, number>): string | undefined {
  const slices = Object.keys(deadLetters);
  if (slices.length === 0) return undefined;
  const count = Object.values(deadLetters).reduce((sum, some) => sum + some, 0);
  const letters = count === 1 ? "1 dead letter" : `${count} dead letters`;
  return `dead  ${letters} in ${slices.join(", ")}: sliceway events dead${slices.length === 1 ? ` ${slices[0]}` : ""}`;
}
