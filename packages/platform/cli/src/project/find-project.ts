import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** A folder that holds `slices/` and a shell. */
export interface Project {
  dir: string;
  /** Name to folder, sorted; the shell is one of them. */
  slices: ReadonlyMap<string, string>;
}

/** The project that `from` lies in. Throws SlicewayError `PROJECT_MISSING`. */
export async function findProject(from: string): Promise<Project> {
  for (let dir = resolve(from); ; dir = dirname(dir)) {
    if (existsSync(join(dir, "turbo.json")) || existsSync(join(dir, "slices"))) return openProject(dir);
    if (dir === dirname(dir)) throw projectMissing(from);
  }
}

async function openProject(dir: string): Promise<Project> {
  const names = existsSync(join(dir, "slices")) ? await readdir(join(dir, "slices")) : [];
  const folders = [...names.map((name) => join(dir, "slices", name)), join(dir, "shell")];
  const slices = folders.filter((folder) => existsSync(join(folder, "slice.json")));
  const byName = slices.map((folder) => [basename(folder), folder] as const);
  return { dir, slices: new Map(byName.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function projectMissing(from: string): SlicewayError {
  return new SlicewayError(errors.PROJECT_MISSING(`Neither ${from} nor a folder above it holds slices.`));
}
