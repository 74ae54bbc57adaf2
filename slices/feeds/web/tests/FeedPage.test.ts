import { resolve } from "node:path";
import { expect, renderRemote } from "@sliceway/web-kit/testing";
import { test } from "vitest";

const slice = resolve(import.meta.dirname, "../..");
const alice = { id: "u1", handle: "alice" };

/** The newest first, a page of two. */
function timeline({ after }: { after: string | null }) {
  const ids = after ? ["3"] : ["1", "2"];
  return {
    edges: ids.map((id) => ({ cursor: id, node: { id, text: `Post ${id}` } })),
    pageInfo: { hasNextPage: !after, endCursor: ids.at(-1) },
  };
}

test("visitors are welcomed, and led to the two doors", async () => {
  await using page = await renderRemote({ slice, path: "/", data: { timeline: null } });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your friends, and no one in between");
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.locator('[data-page="/signup"]')).toBeAttached();
});

test("members see the composer and the posts, page after page", async () => {
  await using page = await renderRemote({ slice, path: "/", data: { timeline }, viewer: alice });
  await expect(page.locator('[data-slot="post.composer"]')).toHaveCount(1);
  await expect(page.locator('[data-slot="post.card"]')).toHaveCount(3);
});

test("an empty feed leads to people", async () => {
  const empty = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  await using page = await renderRemote({
    slice,
    path: "/",
    data: { timeline: empty },
    viewer: alice,
    language: "ko",
  });
  await page.getByRole("link", { name: "사람 찾기" }).click();
  await expect(page.locator('[data-page="/search"]')).toBeAttached();
});
