import { createRequire } from "node:module";
import { join } from "node:path";
import { runProgram } from "./run-program.ts";

/** Breaks lines and sorts imports as the project has it: with other words they have other lengths. */
export async function formatSlice(projectDir: string, name: string): Promise<void> {
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
