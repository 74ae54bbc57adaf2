import { expect, test } from "vitest";
import { checkName } from "./check-name.ts";

const route = (path: string) => ({ path, module: "./pages/Page", title: { en: "Page" }, variables: {} });
const known = [
  { name: "albums", web: { routes: [route("/albums"), route("/look/:at")], navigation: [], slots: {} } },
  { name: "plain", web: undefined },
];

const codeOf = (name: string) => {
  try {
    checkName(name, known);
    return "fits";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ["photos", "fits"],
  ["photo-albums-2", "fits"],
  ["a", "NAME_MISSPELT"],
  ["Photos", "NAME_MISSPELT"],
  ["2photos", "NAME_MISSPELT"],
  ["photo_albums", "NAME_MISSPELT"],
  ["photos-", "NAME_MISSPELT"],
  ["photo--albums", "NAME_MISSPELT"],
  ["../photos", "NAME_MISSPELT"],
  ["p".repeat(32), "NAME_MISSPELT"],
  ["shell", "NAME_RESERVED"],
  ["graphql", "NAME_RESERVED"],
  ["events", "NAME_RESERVED"],
  ["albums", "SLICE_EXISTS"],
  ["look", "ROUTE_TAKEN"],
])("%s: %s", (name, code) => {
  expect(codeOf(name)).toBe(code);
});
