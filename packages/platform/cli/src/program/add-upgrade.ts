import { Argument, type Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addUpgrade(program: Command, io: Io): void {
  program
    .command("upgrade")
    .description("Put a new process, from the code as it is installed now, in the place of one that runs.")
    .addArgument(new Argument("<process>", "no request fails by it").choices(["gateway"]))
    .addHelpText("after", examples("sliceway upgrade gateway"))
    .action(async () => {
      const { upgradeGateway } = await import("../commands/upgrade-gateway.ts");
      await upgradeGateway(await openContext(io));
    });
}
