import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

/** `sliceway events ...`. */
export function addEvents(program: Command, io: Io): void {
  const events = program
    .command("events")
    .description("Show how events flow between slices, and deal with those that failed.")
    .addHelpText(
      "after",
      examples("sliceway events status", "sliceway events dead", "sliceway events replay feeds --all"),
    );
  for (const add of [addStatus, addDead, addReplay, addDiscard]) add(events, io);
}

function addStatus(events: Command, io: Io): void {
  events
    .command("status")
    .description("Show what waits: in each outbox, for each consumer, and what failed.")
    .option("--json", "print one JSON object, described in packages/platform/cli/README.md", false)
    .action(async (options: { json: boolean }) => {
      const { eventsStatus } = await import("../commands/events-status.ts");
      await eventsStatus(await openContext(io), options);
    });
}

function addDead(events: Command, io: Io): void {
  events
    .command("dead")
    .description("List dead letters: events that failed too often to be tried again.")
    .argument("[slice]", "where they failed; without it all slices")
    .option("--json", "print a JSON array, described in packages/platform/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway events dead", "sliceway events dead feeds --json | jq '.[].reason'"),
    )
    .action(async (slice: string | undefined, options: { json: boolean }) => {
      const { eventsDead } = await import("../commands/events-dead.ts");
      await eventsDead(await openContext(io), slice, options);
    });
}

function addReplay(events: Command, io: Io): void {
  events
    .command("replay")
    .description("Try dead letters again, and say what became of each.")
    .argument("<slice>")
    .argument("[id...]", "as `sliceway events dead` shows them")
    .option("--all", "all of the slice", false)
    .option("--type <type>", "those of a type, such as posts.PostPublished.v1")
    .addHelpText(
      "after",
      examples("sliceway events replay feeds 3f9c2a1b", "sliceway events replay feeds --all"),
    )
    .action(async (slice: string, ids: string[], options: { all: boolean; type?: string }) => {
      const { eventsReplay } = await import("../commands/events-replay.ts");
      await eventsReplay(await openContext(io), slice, { ids, ...options });
    });
}

function addDiscard(events: Command, io: Io): void {
  events
    .command("discard")
    .description("Decide that a dead letter will never have its effect; what waits behind it goes on.")
    .argument("<slice>")
    .argument("<id>", "as `sliceway events dead` shows it")
    .requiredOption("--reason <text>", "why; it is kept with the event's id")
    .addHelpText("after", examples('sliceway events discard feeds 3f9c2a1b --reason "the post is gone"'))
    .action(async (slice: string, id: string, { reason }: { reason: string }) => {
      const { eventsDiscard } = await import("../commands/events-discard.ts");
      await eventsDiscard(await openContext(io), slice, id, reason);
    });
}
