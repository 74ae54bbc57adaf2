import { join, relative } from "node:path";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { startScratchPostgres } from "../database/scratch-postgres.ts";
import { writeDatabase } from "../database/write-database.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { readManifest } from "../release/read-manifest.ts";
import { inStep } from "../report/steps.ts";

export function addGenerateDb(program: Command, io: Io): void {
  program
    .command("generate-db")
    .description("Write schema.sql and the types of the tables anew from the migrations.")
    .argument("[slice...]", "all that have a server if none is named")
    .addHelpText("after", examples("sliceway generate-db", "sliceway generate-db posts"))
    .action(async (slices: string[]) => generateDb(await openContext(io), slices));
}

/** Writes what follows from the migrations of these slices, or of all that have a server. */
async function generateDb({ io, project }: Context, names: string[]): Promise<void> {
  const dirs =
    names.length > 0 ? names.map((name) => getSliceDir(project, name)) : [...project.slices.values()];
  await using postgres = await startScratchPostgres();
  for (const sliceDir of dirs) {
    const manifest = await readManifest(sliceDir);
    if (!manifest.server) continue;
    const work = async () => {
      const files = await writeDatabase(manifest, sliceDir, await postgres.createDatabase());
      return files.map((file) => relative(io.cwd, join(sliceDir, file)));
    };
    await inStep(io, "database", work, (changed) => `${manifest.name}: ${changed.join(", ") || "unchanged"}`);
  }
}
