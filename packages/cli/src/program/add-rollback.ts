import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addRollback(program: Command, io: Io): void {
  program
    .command("rollback")
    .description("End a slice's canary, or make its previous release live again; at once.")
    .argument("<slice>")
    .addHelpText("after", examples("sliceway rollback posts"))
    .action(async (slice: string) => {
      const { rollback } = await import("../commands/rollback.ts");
      await rollback(await openContext(io), slice);
    });
}
