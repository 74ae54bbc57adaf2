import { expect, test } from "vitest";
import { renderTemplate } from "./render-template.ts";
import { createWords } from "./slice-words.ts";

const TEMPLATE = "slice-name SLICE_NAME SliceName sliceName Slice Title";

test("a template has the slice's own words, and a title made of the name", () => {
  const words = createWords("photo-albums");
  expect(renderTemplate(TEMPLATE, words)).toBe(
    "photo-albums PHOTO_ALBUMS PhotoAlbums photoAlbums Photo albums",
  );
});

test("visitors are sent to the slice that provides identity", () => {
  const link = "identity-slice.logIn";
  expect(renderTemplate(link, createWords("albums", undefined, "people"))).toBe("people.logIn");
  expect(renderTemplate(link, createWords("albums"))).toBe("identity.logIn");
});

test("a title is taken as it is", () => {
  expect(renderTemplate("Slice Title", createWords("albums", "Mom & Dad’s $& 앨범"))).toBe(
    "Mom & Dad’s $& 앨범",
  );
});

test.each(["", " ", "two\nlines", 'a "word"', "{name}", "x".repeat(41)])("%j is no title", (title) => {
  expect(() => createWords("albums", title)).toThrow(expect.objectContaining({ code: "TITLE_UNFIT" }));
});
