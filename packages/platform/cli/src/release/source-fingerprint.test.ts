import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { sourceFingerprint } from "./source-fingerprint.ts";

const SOURCES = {
  "slices/posts/slice.json": "{}",
  "slices/posts/web/src/Page.tsx": "page",
  "slices/posts/web/package.json": '{"dependencies": {"@sliceway/web-kit": "*", "react": "1"}}',
  "slices/feeds/contract/schema.graphql": "type Query",
  "slices/feeds/web/src/Page.tsx": "page",
  "packages/kits/web-kit/package.json": '{"dependencies": {"@sliceway/ui": "*"}}',
  "packages/kits/ui/package.json": "{}",
  "packages/kits/ui/src/Card.tsx": "card",
  "packages/kits/chat/package.json": "{}",
  "packages/kits/chat/src/Bubble.tsx": "bubble",
  "package-lock.json": "{}",
};

async function fingerprintWith(changes: Record<string, string>): Promise<string> {
  await using folder = await temporaryFolder({ ...SOURCES, ...changes });
  return await sourceFingerprint(folder.path, join(folder.path, "slices/posts"));
}

test("is the same for the same sources, wherever they lie", async () => {
  expect(await fingerprintWith({})).toBe(await fingerprintWith({}));
});

test.each([
  "slices/posts/web/src/Page.tsx",
  "slices/posts/server/src/new.ts",
  "slices/feeds/contract/schema.graphql",
  "packages/kits/ui/src/Card.tsx",
  "package-lock.json",
])("changes with %s", async (path) => {
  expect(await fingerprintWith({ [path]: "changed" })).not.toBe(await fingerprintWith({}));
});

test.each([
  "slices/feeds/web/src/Page.tsx",
  "slices/posts/web/src/Page.graphql.ts",
  "slices/posts/server/src/contract.events.ts",
  "slices/posts/web/src/Page.test.tsx",
  "slices/posts/web/node_modules/x/index.js",
  "slices/posts/server/.turbo/log",
  "packages/kits/ui/README.md",
  "packages/kits/chat/src/Bubble.tsx",
  ".git/index",
])("does not change with %s", async (path) => {
  expect(await fingerprintWith({ [path]: "changed" })).toBe(await fingerprintWith({}));
});
