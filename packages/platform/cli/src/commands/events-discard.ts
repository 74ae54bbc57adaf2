import { discardDeadLetter, listDeadLetters } from "@sliceway/events";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { inSliceDatabase } from "../events/in-slice-database.ts";
import { findId, shortenId } from "../events/short-ids.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addEventsDiscard(events: Command, io: Io): void {
  events
    .command("discard")
    .description("Decide that a dead letter will never have its effect; what waits behind it goes on.")
    .argument("<slice>")
    .argument("<id>", "as `sliceway events dead` shows it")
    .requiredOption("--reason <text>", "why; it is kept with the event's id")
    .addHelpText("after", examples('sliceway events discard feeds 3f9c2a1b --reason "the post is gone"'))
    .action(async (slice: string, id: string, { reason }: { reason: string }) =>
      eventsDiscard(await openContext(io), slice, id, reason),
    );
}

/**
 * Decides that a dead letter will never have its effect. Throws SlicewayError `DEAD_LETTER_UNKNOWN`,
 * `DEAD_LETTER_AMBIGUOUS`, and what `inSliceDatabase` throws.
 */
async function eventsDiscard(
  context: Context,
  slice: string,
  beginning: string,
  reason: string,
): Promise<void> {
  const { io } = context;
  const letter = await inSliceDatabase(context, slice, async ({ db }) => {
    const letters = await listDeadLetters(db);
    const ids = letters.map(({ id }) => id);
    const id = findId(beginning, ids, slice);
    await discardDeadLetter(db, id, reason);
    return letters.find((other) => other.id === id);
  });
  if (!letter) return;
  const { id, type, subject, waiting } = letter;
  io.print(
    `Discarded ${io.colors.bold(shortenId(id, [id]))}: ${type} of ${subject} will have no effect in ${slice}.`,
  );
  if (waiting > 0) io.print(`What waited behind it goes on: ${waiting}.`);
}
