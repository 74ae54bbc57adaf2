import { expect, test } from "vitest";
import { z } from "zod";
import { describeForLog, reasonOf } from "./describe-failure.ts";

test("the reason is the error's name and message, in one line, and not endless", () => {
  expect(reasonOf(new TypeError("x is undefined"))).toBe("TypeError: x is undefined");
  expect(reasonOf("no")).toBe("no");
  expect(reasonOf(new Error("x".repeat(5_000)))).toHaveLength(1_001);
  const { error } = z.object({ post: z.object({ id: z.number() }) }).safeParse({ post: {} });
  expect(reasonOf(error)).toBe("ZodError: post.id: Invalid input: expected number, received undefined");
});

test("a log says what kind of error and where, but not the message: it may repeat what the event says", () => {
  const error = Object.assign(new Error('invalid input: "alice@example.org"'), {
    code: "22P02",
    detail: "Key (email)=(alice@example.org)",
  });
  const described = describeForLog(error);
  expect(described).toMatchObject({ error: "Error", code: "22P02" });
  expect(described.at?.[0]).toContain("describe-failure.test.ts");
  expect(JSON.stringify(described)).not.toContain("alice");
});
