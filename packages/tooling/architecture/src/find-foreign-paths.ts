import { posix } from "node:path";
import { locate } from "./places.ts";

/**
 * Texts in a source that are paths into another package's folder, as `file: "path"`: `new URL("../../gateway/…")`,
 * `resolve(import.meta.dirname, "../…")`, `join(root, "packages/…")`. A process is started by a command, not by its path.
 */
export function findForeignPaths(file: { path: string; source: string }): string[] {
  const own = locate(file.path)?.folder;
  if (!own) return [];
  return listPaths(file.source).flatMap((text) => {
    const folder = locate(text.startsWith(".") ? posix.join(posix.dirname(file.path), text) : text)?.folder;
    return !folder || folder === own ? [] : [`${file.path}: "${text}"`];
  });
}

function listPaths(source: string): string[] {
  const texts = source.matchAll(/["'`]((?:\.\.?\/|(?:gateway|shell|packages|slices)\/)[^"'`\s$]*)["'`]/g);
  return [...texts].map(([, text = ""]) => text);
}
