import { describe, expect, test } from "vitest";
import { decideProfile, type Profile, type ProfileChange } from "./profile.ts";

const alice: Profile = { name: "Alice", bio: "Hello", avatarUrl: "https://img.example/a.png" };

const changed = (change: ProfileChange) => {
  const decision = decideProfile(alice, change);
  return decision.kind === "changed"
    ? decision.profile
    : decision.fields.map((f) => `${f.field} ${f.reason}`);
};

describe("decideProfile", () => {
  test("keeps what is left out or null", () => {
    expect(changed({})).toEqual(alice);
    expect(changed({ name: null, bio: "New" })).toEqual({ ...alice, bio: "New" });
  });

  test("tidies what is given", () => {
    expect(changed({ name: "  Alice \n  Moreau ", bio: " two\nlines " })).toEqual({
      ...alice,
      name: "Alice Moreau",
      bio: "two\nlines",
    });
    expect(changed({ name: "김서연".normalize("NFD") })).toMatchObject({ name: "김서연" });
  });

  test("an empty picture is none", () => {
    expect(changed({ avatarUrl: "" })).toEqual({ ...alice, avatarUrl: null });
  });

  test.each([
    ["javascript:alert(1)"],
    ["data:image/png;base64,AAAA"],
    ["//img.example/a.png"],
    ["https://alice:secret@img.example/a.png"],
    ["picture"],
  ])("refuses the picture %s", (avatarUrl) => {
    expect(changed({ avatarUrl })).toEqual(["avatarUrl MALFORMED"]);
  });

  test("names every field that is wrong", () => {
    expect(changed({ name: " ", bio: "x".repeat(301), avatarUrl: `https://${"x".repeat(2000)}` })).toEqual([
      "name TOO_SHORT",
      "bio TOO_LONG",
      "avatarUrl TOO_LONG",
    ]);
  });

  test("counts characters as people see them", () => {
    expect(changed({ name: "😀".repeat(60) })).toMatchObject({ name: "😀".repeat(60) });
    expect(changed({ name: "😀".repeat(61) })).toEqual(["name TOO_LONG"]);
  });
});
