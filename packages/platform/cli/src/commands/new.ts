import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { checkName } from "../new/check-name.ts";
import { installPackages } from "../new/install-packages.ts";
import { type PlannedFile, planFiles } from "../new/plan-files.ts";
import { runProgram } from "../new/run-program.ts";
import { createWords } from "../new/slice-words.ts";
import { writeFresh } from "../new/write-fresh.ts";
import { readManifest } from "../release/read-manifest.ts";
import { renderTable } from "../report/render-table.ts";
import { inStep } from "../report/steps.ts";

interface NewOptions {
  title?: string;
  dryRun: boolean;
  install: boolean;
}

export function addNew(program: Command, io: Io): void {
  program
    .command("new")
    .description("Write a slice that runs and deploys at once, to make your own of.")
    .argument("<name>", "words of a-z and 0-9, joined by hyphens: photo-albums")
    .option("--title <title>", "what people read in the navigation; else made of the name")
    .option("--dry-run", "say what would be written, and write nothing", false)
    .option("--no-install", "leave `npm install` to you")
    .addHelpText(
      "after",
      examples("sliceway new photo-albums", 'sliceway new photo-albums --title "Albums" --dry-run'),
    )
    .action(async (name: string, options: NewOptions) => newSlice(await openContext(io), name, options));
}

/**
 * Writes a slice with contract, server, web, tests and pipeline, and installs its packages. Throws SlicewayError:
 * `NAME_MISSPELT`, `NAME_RESERVED`, `SLICE_EXISTS`, `ROUTE_TAKEN`, `TITLE_UNFIT`, `FILE_EXISTS`, `INSTALL_FAILED`.
 */
async function newSlice(
  { io, project }: Context,
  name: string,
  { title, dryRun, install }: NewOptions,
): Promise<void> {
  const manifests = await Promise.all([...project.slices.values()].map(readManifest));
  checkName(name, manifests);
  const identity = manifests.find(({ provides }) => provides.includes("identity"));
  const words = createWords(name, title, identity?.name);
  const files = await planFiles(words);
  if (dryRun) {
    io.print(`${files.length} files would be written:`);
    return tellFiles(io, files);
  }
  const write = async () => {
    await writeFresh(project.dir, files);
    await formatSlice(project.dir, name);
  };
  await inStep(io, "write", write, () => `${name}: ${files.length} files`);
  tellFiles(io, files);
  if (install) await installPackages(io, project.dir);
  tellNextSteps(io, name, { install });
}

/** Breaks lines and sorts imports as the project has it: with other words they have other lengths. */
async function formatSlice(projectDir: string, name: string): Promise<void> {
  const biome = findBiome(projectDir);
  if (biome === null) return;
  await runProgram([process.execPath, biome, "check", "--write", `slices/${name}`], { cwd: projectDir });
}

/** The project's formatter; null if it has none, or has not installed it yet. */
function findBiome(projectDir: string): string | null {
  try {
    return createRequire(join(projectDir, "package.json")).resolve("@biomejs/biome/bin/biome");
  } catch {
    return null;
  }
}

/** Lists files, a line for each folder, no wider than a terminal is. */
function tellFiles(io: Io, files: readonly PlannedFile[]): void {
  const folders = [...Map.groupBy(files, ({ path }) => dirname(path))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [folder, inside] of folders) {
    io.print(`  ${folder}/`);
    for (const line of wrap(inside.map(({ path }) => path.slice(folder.length + 1))))
      io.print(io.colors.dim(`    ${line}`));
  }
}

const WIDTH = 74;

function wrap(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + name.length <= WIDTH)
      lines[lines.length - 1] = `${last}  ${name}`;
    else lines.push(name);
  }
  return lines;
}

/** Says how to go on from what was written. */
function tellNextSteps(io: Io, name: string, { install }: { install: boolean }): void {
  const steps = [
    ...(install ? [] : [["npm install", "link its packages"]]),
    [`sliceway dev ${name}`, "see it alone, with every change"],
    [`sliceway deploy ${name}`, "make it live, with a link to it"],
    [`npm run generate && npx vitest run slices/${name}`, "run its tests"],
  ];
  io.print("");
  io.print(io.colors.bold("Next"));
  for (const line of renderTable(steps)) io.print(`  ${line}`);
}
