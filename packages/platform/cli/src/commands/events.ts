import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { addEventsDead } from "./events-dead.ts";
import { addEventsDiscard } from "./events-discard.ts";
import { addEventsReplay } from "./events-replay.ts";
import { addEventsStatus } from "./events-status.ts";

/** `sliceway events ...`. */
export function addEvents(program: Command, io: Io): void {
  const events = program
    .command("events")
    .description("Show how events flow between slices, and deal with those that failed.")
    .addHelpText(
      "after",
      examples("sliceway events status", "sliceway events dead", "sliceway events replay feeds --all"),
    );
  for (const add of [addEventsStatus, addEventsDead, addEventsReplay, addEventsDiscard]) add(events, io);
}
