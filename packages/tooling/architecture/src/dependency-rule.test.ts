import { describe, expect, test } from "vitest";
import { findViolations } from "./dependency-rule.ts";

const breaches: [from: string, specifier: string, typeOnly: boolean, reason: string][] = [
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-server", false, "not server/"],
  ["slices/posts/server/src/a.ts", "../../../feeds/web/src/b.ts", false, "not web/"],
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-contract", false, "import type"],
  ["slices/posts/web/src/a.tsx", "../../server/src/post.ts", true, "web/ never imports server/"],
  ["slices/posts/web/src/a.tsx", "@sliceway/shell", false, "never shell"],
  ["packages/kits/ui/src/a.tsx", "@sliceway/posts-contract", true, "knows no slice"],
  ["packages/kits/ui/src/a.tsx", "../../../../gateway/src/a.ts", false, "only gateway itself"],
];

const allowed: [from: string, specifier: string, typeOnly: boolean][] = [
  ["slices/posts/server/src/a.ts", "@sliceway/feeds-contract", true],
  ["slices/posts/server/src/a.ts", "@sliceway/posts-contract", false],
  ["slices/posts/server/src/a.ts", "@sliceway/subgraph-kit", false],
  ["slices/posts/web/src/a.tsx", "../../contract/src/events.ts", true],
  ["gateway/src/a.ts", "@sliceway/protocol/client", false],
  ["gateway/src/a.ts", "./b.ts", false],
  ["shell/src/a.tsx", "react", false],
];

const check = (path: string, from: string, typeOnly: boolean) =>
  findViolations([{ path, imports: [{ from, typeOnly }] }]);

describe("the dependency rule", () => {
  test.each(breaches)("%s may not import %s", (path, from, typeOnly, reason) => {
    expect(check(path, from, typeOnly)).toEqual([expect.stringMatching(new RegExp(`^${path}: .*${reason}`))]);
  });

  test.each(allowed)("%s may import %s", (path, from, typeOnly) => {
    expect(check(path, from, typeOnly)).toEqual([]);
  });
});
