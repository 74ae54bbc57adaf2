import { expect, test } from "vitest";
import { findForeignPaths } from "./find-foreign-paths.ts";

const path = "packages/platform/runtime/src/services/start.ts";
const find = (source: string) => findForeignPaths({ path, source });

test.each([
  'new URL("../../../../../gateway/src/main.ts", import.meta.url)',
  'resolve(import.meta.dirname, "../../../registry/src/main.ts")',
  'join(projectDir, "packages/kits/ui/src")',
  "fork(`gateway/src/main.ts`)",
])("%s leads into another package", (source) => {
  expect(find(source)).toHaveLength(1);
});

test.each([
  'new URL("../../migrations", import.meta.url)',
  'resolve(import.meta.dirname, "../../../../..")',
  'resolve(import.meta.dirname, "../../../../../package-lock.json")',
  'join(projectDir, "packages/platform/runtime/README.md")',
  'import { a } from "./a.ts"',
])("%s does not", (source) => {
  expect(find(source)).toEqual([]);
});
