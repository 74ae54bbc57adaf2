import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
/** The folders of a slice, and of the shell, that are packages. */
const PARTS = ["contract", "server", "web", "."];

/** Folders of the project's packages that a slice uses, directly or through another one, sorted. */
export async function listUsedPackages(projectDir: string, sliceDir: string): Promise<string[]> {
  const packageDirs = new Map(
    globSync("packages/*/*/package.json", { cwd: projectDir })
      .map((path) => join(projectDir, dirname(path)))
      .map((dir) => [basename(dir), dir]),
  );
  const found = new Set<string>();
  const follow = async (dir: string): Promise<void> => {
    for (const used of await readDependencies(dir)) {
      const usedDir = packageDirs.get(used);
      if (usedDir === undefined || found.has(usedDir)) continue;
      found.add(usedDir);
      await follow(usedDir);
    }
  };
  for (const part of PARTS) await follow(join(sliceDir, part));
  return [...found].sort();
}

/** Names without scope of what a package.json depends on within the project. */
async function readDependencies(dir: string): Promise<string[]> {
  const path = join(dir, "package.json");
  if (!existsSync(path)) return [];
  const { dependencies } = packageSchema.parse(JSON.parse(await readFile(path, "utf8")));
  return Object.keys(dependencies).flatMap((name) => /^@sliceway\/(.+)$/.exec(name)?.[1] ?? []);
}
