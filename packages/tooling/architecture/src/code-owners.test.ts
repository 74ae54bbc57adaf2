import { expect, test } from "vitest";
import { codeOwners } from "./code-owners.ts";

test("a slice belongs to its owner, all else to the shell's", () => {
  const texts: Record<string, string> = {
    "shell/slice.json": '{ "owner": "team-platform" }',
    "slices/posts/slice.json": '{ "owner": "team-posts" }',
    "slices/posts/web/package.json": "{}",
    "slices/chat/slice.json": '{ "owner": "team-chat" }',
  };
  expect(
    codeOwners(Object.keys(texts), (path) => texts[path] ?? "")
      .split("\n")
      .slice(1),
  ).toEqual([
    "* @sliceway/team-platform",
    "/slices/chat/ @sliceway/team-chat",
    "/.github/workflows/slice-chat.yml @sliceway/team-chat",
    "/slices/posts/ @sliceway/team-posts",
    "/.github/workflows/slice-posts.yml @sliceway/team-posts",
    "",
  ]);
});
