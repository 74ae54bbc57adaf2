import { type SliceManifest, sliceManifestSchema, type VectorSlice } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { navigationItems } from "./navigation-items.ts";

const slices = [
  slice("people", [
    { label: { en: "Me" }, path: "/@:viewer", icon: "person", order: 30, for: "member" },
    { label: { en: "Log in" }, path: "/login", icon: "person", order: 40, for: "visitor" },
  ]),
  slice("notes", [{ label: { en: "Notes" }, path: "/", icon: "home", order: 10, for: "everyone" }]),
];

test("a member gets what is for members, in order, under the own handle", () => {
  const items = navigationItems({ slices, viewer: { id: "p1", handle: "alice" } });
  expect(items.map(({ path }) => path)).toEqual(["/", "/@alice"]);
});

test("a visitor gets what is for visitors", () => {
  const items = navigationItems({ slices, viewer: null });
  expect(items.map(({ path }) => path)).toEqual(["/", "/login"]);
});

function slice(name: string, navigation: NonNullable<SliceManifest["web"]>["navigation"]): VectorSlice {
  const manifest = sliceManifestSchema.parse({
    name,
    owner: "team",
    title: { en: name },
    web: { navigation },
  });
  return { slice: name, release: "0123456789ab", role: "slice", manifest };
}
