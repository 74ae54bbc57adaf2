import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addRollback(program: Command, io: Io): void {
  program
    .command("rollback")
    .description("End a slice's canary, or make its previous release live again; at once.")
    .argument("<slice>")
    .option("--canary", "end a canary if there is one; what is live stays live", false)
    .addHelpText("after", examples("sliceway rollback posts", "sliceway rollback posts --canary"))
    .action(async (slice: string, options: { canary: boolean }) => {
      const { rollback } = await import("../commands/rollback.ts");
      await rollback(await openContext(io), slice, options);
    });
}
