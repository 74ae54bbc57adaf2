import { expect, test } from "vitest";
import { listFiles, readText } from "../src/index.ts";

/** Where the platform's processes read their environment. */
const CONFIG = /^(gateway|packages\/(platform|kits)\/[^/]+|slices\/[^/]+\/server)\/src\/config\.ts$/;

/** Names of settings in a config.ts: keys of its schemas, and what is read from `env` directly. */
function findSettings(source: string): string[] {
  const keys = source.matchAll(/^\s+([A-Z][A-Z0-9_]+): /gm);
  const reads = source.matchAll(/\benv\.([A-Z][A-Z0-9_]+)\b/g);
  return [...keys, ...reads].map(([, name = ""]) => name);
}

/** Names in the first column of the tables below `## Settings`. */
function findDocumented(text: string): string[] {
  const [, section = ""] = /\n## Settings\n([\s\S]*?)\n## /.exec(text) ?? [];
  const cells = section.split("\n").flatMap((line) => /^\| (`.*?) \|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name = ""]) => name));
}

test("docs/operations.md lists the settings that processes read, and no other", () => {
  const configs = listFiles().filter((path) => CONFIG.test(path));
  expect(configs.length).toBeGreaterThan(4);
  const read = new Set(configs.flatMap((path) => findSettings(readText(path))));
  const documented = findDocumented(readText("docs/operations.md"));
  expect(documented.sort()).toEqual([...read].sort());
});
