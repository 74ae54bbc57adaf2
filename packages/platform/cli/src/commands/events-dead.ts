import type { Context } from "../context.ts";
import { readDeadLetters } from "../events/read-dead-letters.ts";
import { renderDeadLetters } from "../report/render-dead-letters.ts";

/** Lists the events that a slice, or without a name each, could not take. Throws what `inSliceDatabase` throws. */
export async function eventsDead(
  context: Context,
  slice: string | undefined,
  { json }: { json: boolean },
): Promise<void> {
  const { io } = context;
  const letters = await readDeadLetters(context, slice);
  if (json) io.print(JSON.stringify(letters, null, 2));
  else
    for (const line of renderDeadLetters(letters, slice, { colors: io.colors, now: new Date() }))
      io.print(line);
}
