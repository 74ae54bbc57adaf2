import { type Command, Option } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addLogs(program: Command, io: Io): void {
  const lines = new Option("-n, --lines <count>", "how many of the last lines")
    .default(100)
    .argParser(Number);
  program
    .command("logs")
    .description("Show a slice's log; also: gateway, registry, postgres.")
    .argument("<slice>")
    .option("-f, --follow", "go on with what is written from now on", false)
    .addOption(lines)
    .addHelpText("after", examples("sliceway logs posts -f", "sliceway logs gateway -n 500"))
    .action(async (name: string, options: { follow: boolean; lines: number }) => {
      const { logs } = await import("../commands/logs.ts");
      await logs(await openContext(io), name, options);
    });
}
