import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addRevoke(program: Command, io: Io): void {
  program
    .command("revoke")
    .description("Bar a bad release for ever, and move the pages that still hold on to it at once.")
    .argument("<release>", "such as posts@3f9c2a1b04de")
    .addHelpText("after", examples("sliceway revoke posts@3f9c2a1b04de"))
    .action(async (release: string) => {
      const { revoke } = await import("../commands/revoke.ts");
      await revoke(await openContext(io), release);
    });
}
