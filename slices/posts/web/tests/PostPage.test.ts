import { resolve } from "node:path";
import { expect, renderRemote, unavailable } from "@sliceway/web-kit/testing";
import { test } from "vitest";

const slice = resolve(import.meta.dirname, "../..");
const bob = { id: "u2", handle: "bob" };
const post = {
  id: "7",
  text: "The tulips are out.",
  createdAt: "2026-11-28T10:00:00Z",
  author: { id: "u1" },
  likeCount: 2,
  viewerHasLiked: false,
  commentCount: 1,
  viewerCanDelete: false,
  comments: {
    edges: [
      {
        cursor: "c1",
        node: {
          id: "c1",
          text: "Where?",
          createdAt: "2026-11-28T11:00:00Z",
          author: { id: "u2" },
          viewerCanDelete: true,
        },
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: null },
  },
};

test("a post, its comments, and the way to the log-in for visitors", async () => {
  await using page = await renderRemote({ slice, path: "/posts/7", data: { post } });
  await expect(page.getByRole("article")).toContainText("The tulips are out.");
  await expect(page.getByRole("listitem").getByText("Where?")).toBeVisible();
  await expect(page.locator('[data-slot="person.byline"]')).toHaveCount(2);
  await page.getByRole("link", { name: "Log in to join the conversation" }).click();
  await expect(page.locator('[data-page="/login"]')).toBeAttached();
});

test("a comment appears once it is accepted; one that is refused stays, with the reason", async () => {
  const addComment = ({ input }: { input: { postId: string; text: string } }) =>
    input.text === "!"
      ? { __typename: "InvalidInput", fields: [{ field: "text", reason: "TOO_LONG", message: "too long" }] }
      : {
          __typename: "CommentAdded",
          comment: {
            id: "c2",
            text: input.text,
            createdAt: "2026-11-28T12:00:00Z",
            author: { id: "u2" },
            viewerCanDelete: true,
          },
          post: { ...post, commentCount: 2 },
        };
  await using page = await renderRemote({
    slice,
    path: "/posts/7",
    data: { post, addComment },
    viewer: bob,
    language: "ko",
    theme: "dark",
    viewport: { width: 390, height: 844 },
  });
  const field = page.getByRole("textbox", { name: "댓글을 입력하세요" });
  await field.fill("!");
  await page.getByRole("button", { name: "댓글 달기" }).click();
  await expect(field).toHaveAccessibleDescription(/최대 500자/);
  await expect(field).toHaveValue("!");
  await field.fill("In the park.");
  await field.press("Control+Enter");
  await expect(page.getByRole("listitem").last()).toContainText("In the park.");
  await expect(field).toHaveValue("");
});

test("a post that is away holds its place; one that is gone says so", async () => {
  const away = () => {
    throw unavailable("posts");
  };
  await using page = await renderRemote({ slice, path: "/posts/7", data: { post: away } });
  await expect(page.getByText("This post can’t be shown right now")).toBeVisible();
  await using other = await renderRemote({ slice, path: "/posts/8", data: { post: null } });
  await expect(other.getByText("This post is not here")).toBeVisible();
});
