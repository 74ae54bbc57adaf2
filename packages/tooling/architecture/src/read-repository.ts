import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PackageFolder } from "./places.ts";

/** The repository's folder. */
export const root = resolve(import.meta.dirname, "../../../..");

/** Paths of the files that are committed or would be, from the root, with forward slashes. */
export function listFiles(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: root, maxBuffer: 64 * 2 ** 20 }).toString();
  return listed.split("\0").filter((path) => path !== "" && existsSync(resolve(root, path)));
}

/** The text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(resolve(root, path), "utf8");
}

/** All packages of the repository, the slices' parts among them. */
export function readPackages(files: readonly string[]): PackageFolder[] {
  const manifests = files.filter((path) => path.endsWith("/package.json"));
  return manifests.flatMap((path) => {
    const { name }: { name?: string } = JSON.parse(readText(path));
    return name ? [{ name, folder: path.slice(0, -"/package.json".length) }] : [];
  });
}
