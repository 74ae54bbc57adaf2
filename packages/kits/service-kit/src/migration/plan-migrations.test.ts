import { describe, expect, test } from "vitest";
import type { Migration } from "../read-migrations.ts";
import { planMigrations } from "./plan-migrations.ts";

const migration = (name: string, sql = "SELECT 1"): Migration => ({ name, sql, sha256: `sha of ${name}` });
const events = migration("events/0001.sql");
const posts = migration("slice/0001-posts.sql");
const likes = migration("slice/0002-likes.sql");
const comments = migration("slice/0003-comments.sql");
const all = [events, posts, likes, comments];

test("what is not applied is pending, in the order given", () => {
  expect(planMigrations(all, [posts])).toEqual({ pending: [events, likes, comments], newer: [] });
});

test("an older release accepts what a newer one added behind its last file", () => {
  expect(planMigrations([events, posts], all)).toEqual({ pending: [], newer: [likes.name, comments.name] });
});

test("a changed file is refused", () => {
  expect(() => planMigrations(all, [{ ...posts, sha256: "other" }])).toThrow(
    expect.objectContaining({ code: "MIGRATION_EDITED", message: expect.stringContaining(posts.name) }),
  );
});

test("a lost file is refused", () => {
  expect(() => planMigrations([events, posts, comments], all)).toThrow(
    expect.objectContaining({ code: "MIGRATION_MISSING", message: expect.stringContaining(likes.name) }),
  );
});

describe("a CONCURRENTLY statement", () => {
  const plan = (sql: string) => planMigrations([migration("slice/0001.sql", sql)], []).pending.length;

  test("stands alone and can be repeated", () => {
    expect(plan("-- fast; and safe\nCREATE INDEX CONCURRENTLY IF NOT EXISTS a ON b (c);\n")).toBe(1);
    expect(() => plan("CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON b (c); SELECT 1;")).toThrow(
      expect.objectContaining({ code: "MIGRATION_NOT_ALONE" }),
    );
    expect(() => plan("create unique index concurrently a on b (c)")).toThrow(
      expect.objectContaining({ code: "MIGRATION_NOT_REPEATABLE" }),
    );
  });

  test("is not meant by a comment", () => {
    expect(plan("-- not concurrently\nCREATE INDEX a ON b (c); /* CONCURRENTLY */ SELECT 1")).toBe(1);
  });
});
