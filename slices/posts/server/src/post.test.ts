import { describe, expect, test } from "vitest";
import { mayDeleteComment } from "./comment.ts";
import { decidePost, LONGEST_POST, mayDeletePost, type Post } from "./post.ts";

const alice = { id: "alice" };
const bob = { id: "bob" };
const carol = { id: "carol" };
const now = new Date("2026-01-02T03:04:05.678Z");
const post: Post = { id: "p1", authorId: alice.id, text: "Hello", createdAt: now };

describe("deciding on a post", () => {
  test("trims the text and takes author and time as given", () => {
    const decision = decidePost({ text: "  Hello \n" }, { id: "p1", authorId: alice.id, now });
    expect(decision).toEqual({ kind: "accepted", post });
  });

  test.each([
    ["nothing but space", " \n\t ", "TOO_SHORT"],
    ["one character too many", "x".repeat(LONGEST_POST + 1), "TOO_LONG"],
    ["a character that cannot be stored", "a\0b", "MALFORMED"],
  ])("refuses %s", (_, text, reason) => {
    expect(decidePost({ text }, { id: "p1", authorId: alice.id, now })).toMatchObject({
      kind: "rejected",
      field: { field: "text", reason },
    });
  });

  test("counts characters, not the bytes that they take", () => {
    const decision = decidePost({ text: "🙂".repeat(LONGEST_POST) }, { id: "p1", authorId: alice.id, now });
    expect(decision.kind).toBe("accepted");
  });
});

test("only the author may delete a post", () => {
  expect([alice, bob, null].map((viewer) => mayDeletePost(post, viewer))).toEqual([true, false, false]);
});

test("a comment may be deleted by its author and by the author of the post", () => {
  const comment = { id: "c1", postId: "p1", authorId: bob.id, text: "Hi", createdAt: now };
  const may = [alice, bob, carol, null].map((viewer) => mayDeleteComment(comment, post, viewer));
  expect(may).toEqual([true, true, false, false]);
});
