import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addGenerateDb(program: Command, io: Io): void {
  program
    .command("generate-db")
    .description("Write schema.sql and the types of the tables anew from the migrations.")
    .argument("[slice...]", "all that have a server if none is named")
    .addHelpText("after", examples("sliceway generate-db", "sliceway generate-db posts"))
    .action(async (slices: string[]) => {
      const { generateDb } = await import("../commands/generate-db.ts");
      await generateDb(await openContext(io), slices);
    });
}
