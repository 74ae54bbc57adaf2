import { type Release, sliceManifestSchema } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { describeSave, needsNewPage } from "./describe-save.ts";

const manifest = sliceManifestSchema.parse({
  name: "notes",
  owner: "team-notes",
  title: { en: "Notes" },
  server: { start: ["node", "server.mjs"] },
});
const before: Release = {
  format: 1,
  slice: "notes",
  id: "111111111111",
  role: "slice",
  dev: "0a1b2c3d4e5f",
  manifest,
  schema: "type Query { notes: [String] }",
  operations: [],
  fragments: [],
  shared: { provides: {}, uses: {} },
  migrations: [{ name: "slice/0001.sql", sha256: "a", sql: "" }],
  files: [],
};
const after = (change: Partial<Release>): Release => ({ ...before, id: "222222222222", ...change });

test("another server is restarted, and pages go on", () => {
  const next = after({});
  expect(describeSave(before, next)).toEqual({ what: "restarted", detail: "notes@222222222222" });
  expect(needsNewPage(before, next)).toBe(false);
});

test("another schema is composed, other documents are linked; pages come anew", () => {
  const schema = after({ schema: "type Query { notes: [String!] }" });
  expect(describeSave(before, schema).what).toBe("composed");
  const fragments = [{ name: "Note_note", text: "", file: "contract/fragments.graphql", line: 1 }];
  expect(describeSave(before, after({ fragments })).what).toBe("linked");
  expect([schema, after({ fragments })].map((next) => needsNewPage(before, next))).toEqual([true, true]);
});

test("migrations that are new, or were edited, are named", () => {
  const added = { name: "slice/0002.sql", sha256: "b", sql: "" };
  const more = after({ migrations: [...before.migrations, added] });
  expect(describeSave(before, more)).toMatchObject({
    what: "migrated",
    detail: expect.stringContaining("slice/0002.sql"),
  });
  const edited = after({ migrations: [{ name: "slice/0001.sql", sha256: "c", sql: "" }] });
  expect(describeSave(before, edited)).toMatchObject({ what: "migrated" });
  expect(needsNewPage(before, more)).toBe(false);
});
