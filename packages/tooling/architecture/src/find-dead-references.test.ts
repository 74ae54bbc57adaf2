import { expect, test } from "vitest";
import { findDeadReferences, listAnchors } from "./find-dead-references.ts";

const readme = "packages/kits/ui/README.md";
const guide = "docs/guide.md";
const files = new Set([readme, guide, "packages/kits/ui/src/Card.tsx", "slices/posts/slice.json"]);
const known = {
  files,
  folders: new Set(["docs", "packages/kits/ui/src", "slices/posts"]),
  imports: new Set(["@sliceway/ui", "@sliceway/ui/testing"]),
  scripts: new Set(["bench"]),
  anchorsOf: () => listAnchors("# Guide\n\n## What `it` is, and is not\n"),
};
const find = (text: string) => findDeadReferences({ path: readme, text }, known);

test.each([
  "[the guide](../../../docs/guide.md#what-it-is-and-is-not)",
  "[here](#guide), [there](https://example.org)",
  "`src/Card.tsx`, `src/*.tsx`, `packages/kits/ui/src/`, `packages/**/Card.tsx`, `src/<name>.ts`, `Card.tsx`",
  "`slices/notes/slice.json` and `.github/workflows/slice-notes.yml` of an example, `slices/*/slice.json`",
  "`src/contract.events.ts`, which is generated",
  'import { a } from "@sliceway/ui/testing"; import { b } from "@sliceway/notes-contract/schema"; `npm run bench -- --help`',
  "```\nsrc/a.ts `src/b.ts`\n```",
])("%s leads somewhere", (text) => {
  expect(find(text)).toEqual([]);
});

test.each([
  ["[the guide](docs/guide.md)", "docs/guide.md"],
  ["[the guide](../../../docs/guide.md#elsewhere)", "../../../docs/guide.md#elsewhere"],
  ["`src/Gone.tsx`", "src/Gone.tsx"],
  ["`packages/ui/src/`", "packages/ui/src/"],
  ["`slices/posts/gone.json`", "slices/posts/gone.json"],
  ["```ts\nimport '@sliceway/ui/client'\n```", "@sliceway/ui/client"],
  ["npm run -s build:it", "build:it"],
])("%s does not", (text, reference) => {
  expect(find(text)).toEqual([`${readme}: "${reference}"`]);
});
