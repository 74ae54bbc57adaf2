import { expect, test } from "vitest";
import { decideEntry, LONGEST_ENTRY } from "./entry.ts";

const now = new Date("2026-01-02T03:04:05.678Z");
const decide = (text: string) => decideEntry({ id: "e1", authorId: "alice", text, now });

test("an entry is trimmed, and has author and time as given", () => {
  const entry = { id: "e1", authorId: "alice", text: "Hello", createdAt: now };
  expect(decide("  Hello \n")).toEqual({ kind: "accepted", entry });
});

test.each([
  ["nothing but space", " \n\t ", "TOO_SHORT"],
  ["one character too many", "x".repeat(LONGEST_ENTRY + 1), "TOO_LONG"],
  ["a character that cannot be stored", "a\0b", "MALFORMED"],
])("%s is refused", (_, text, reason) => {
  expect(decide(text)).toMatchObject({ kind: "rejected", field: { field: "text", reason } });
});

test("characters are counted, not the bytes that they take", () => {
  expect(decide("🙂".repeat(LONGEST_ENTRY)).kind).toBe("accepted");
});
