import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addReset(program: Command, io: Io): void {
  program
    .command("reset")
    .description("Remove all data, releases, secrets and logs of this installation.")
    .option("-y, --yes", "do not ask", false)
    .addHelpText("after", examples("sliceway reset", "sliceway reset --yes"))
    .action(async (options: { yes: boolean }) => {
      const { reset } = await import("../commands/reset.ts");
      await reset(await openContext(io), options);
    });
}
