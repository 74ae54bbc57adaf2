import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { renderTemplate } from "./render-template.ts";
import type { SliceWords } from "./slice-words.ts";

const templatesDir = resolve(import.meta.dirname, "../../templates");

export interface PlannedFile {
  /** From the project's folder, with forward slashes. */
  path: string;
  text: string;
}

/** All files of a new slice, sorted by path. */
export async function planFiles(words: SliceWords): Promise<PlannedFile[]> {
  const found = await readdir(join(templatesDir, "slice"), { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const slice = paths.map(async (path) => {
    const within = relative(join(templatesDir, "slice"), path).split(sep).join("/");
    const text = await readFile(path, "utf8");
    return { path: renderTemplate(`slices/slice-name/${within}`, words), text: renderTemplate(text, words) };
  });
  const files = [...(await Promise.all(slice)), await planPipeline(words)];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The slice's own pipeline file. */
export async function planPipeline(words: SliceWords): Promise<PlannedFile> {
  const text = await readFile(join(templatesDir, "pipeline.yml"), "utf8");
  const path = ".github/workflows/slice-slice-name.yml";
  return { path: renderTemplate(path, words), text: renderTemplate(text, words) };
}
