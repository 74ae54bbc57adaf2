import { posix } from "node:path";
import { expect, test } from "vitest";
import { findDeadReferences, type Known, listAnchors, listFiles, readText } from "../src/index.ts";

const files = listFiles();
const documents = files.filter((path) => path.endsWith(".md") && !path.includes("/templates/"));
const manifests = files
  .filter((path) => path.endsWith("package.json"))
  .map((path) => JSON.parse(readText(path)));

const known: Known = {
  files: new Set(files),
  folders: new Set(files.flatMap(listFolders)),
  imports: new Set(manifests.flatMap(listImports)),
  scripts: new Set(manifests.flatMap(({ scripts = {} }) => Object.keys(scripts))),
  anchorsOf: (path) => listAnchors(readText(path)),
};

test.each(documents)("%s leads nowhere that is not there", (path) => {
  expect(findDeadReferences({ path, text: readText(path) }, known)).toEqual([]);
});

function listFolders(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === "." ? [] : [folder, ...listFolders(folder)];
}

function listImports({ name, exports = {} }: { name: string; exports?: Record<string, unknown> }): string[] {
  return [name, ...Object.keys(exports).map((path) => posix.join(name, path))];
}
