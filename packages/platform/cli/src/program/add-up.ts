import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addUp(program: Command, io: Io): void {
  program
    .command("up")
    .description("Start everything and keep it running until Ctrl-C.")
    .option("--empty", "leave the demo network out on the first start", false)
    .addHelpText("after", examples("sliceway up", "GATEWAY_PORT=8080 sliceway up --empty"))
    .action(async (options: { empty: boolean }) => {
      const { up } = await import("../commands/up.ts");
      await up(await openContext(io), options);
    });
}
