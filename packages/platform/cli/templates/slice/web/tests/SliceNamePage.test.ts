import { resolve } from "node:path";
import { expect, renderRemote } from "@sliceway/web-kit/testing";
import { test } from "vitest";

const slice = resolve(import.meta.dirname, "../..");
const alice = { id: "u1", handle: "alice" };

/** The graph behind the page: what is added comes first. */
function createGraph() {
  const entries = [entry("1", "The first one")];
  return {
    sliceNameEntries: () => ({
      edges: entries.map((node) => ({ cursor: node.id, node })),
      pageInfo: { hasNextPage: false, endCursor: null },
    }),
    addSliceNameEntry: ({ input }: { input: { text: string } }) => {
      if (input.text.length > 280)
        return {
          __typename: "InvalidInput",
          fields: [{ field: "text", reason: "TOO_LONG", message: "too long" }],
        };
      entries.unshift(entry(String(entries.length + 1), input.text));
      return { __typename: "SliceNameEntryAdded", entry: entries[0] };
    },
  };
}

function entry(id: string, text: string) {
  return { id, text, createdAt: "2026-11-28T10:00:00Z", author: { id: alice.id } };
}

test("what was added is in the list; what is refused stays in the field, with the reason", async () => {
  await using page = await renderRemote({
    slice,
    path: "/slice-name",
    data: createGraph(),
    viewer: alice,
    theme: "dark",
    viewport: { width: 390, height: 844 },
  });
  await expect(page.getByRole("listitem")).toHaveCount(1);
  const field = page.getByRole("textbox", { name: "Add something" });
  await field.fill("long ".repeat(60));
  await page.getByRole("button", { name: "Add" }).click();
  await expect(field).toHaveAccessibleDescription(/280 characters at most/);
  await field.fill("The second one");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem").first()).toContainText("The second one");
  await expect(field).toHaveValue("");
});

test("visitors are led to the log-in and back", async () => {
  await using page = await renderRemote({ slice, path: "/slice-name", data: createGraph() });
  const logIn = page.getByRole("link", { name: "Log in to add something" });
  await expect(logIn).toHaveAttribute("href", "/login?next=%2Fslice-name");
});
