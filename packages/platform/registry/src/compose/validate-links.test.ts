import { expect, test } from "vitest";
import { makeRelease } from "../testing/make-release.ts";
import { validateLinks } from "./validate-links.ts";

const people = (...routes: { name?: string; path: string }[]) =>
  makeRelease("people", {
    manifest: {
      web: {
        routes: routes.map((route) => ({ module: "./Page", title: { en: "Page" }, variables: {}, ...route })),
        navigation: [],
        slots: {},
      },
    },
  });

const linking = (route: string, params?: string[]) =>
  makeRelease("notes", { links: [{ route, ...(params && { params }) }] });

const profile = { name: "profile", path: "/@:handle" };

test.each([
  ["has the route", linking("people.profile", ["handle"]), [profile]],
  ["has it at another path", linking("people.profile", ["handle"]), [{ ...profile, path: "/u/:handle" }]],
  ["has it, with parameters that code does not list", linking("people.profile"), [profile]],
  ["is not in the vector", linking("friends.search", []), [profile]],
  ["was not linked to, as in a release of before", makeRelease("notes"), [{ path: "/@:handle" }]],
])("a slice that %s is nothing to complain of", async (_, notes, routes) => {
  expect(validateLinks([await notes, await people(...routes)])).toEqual([]);
});

test.each([
  ["that nobody has", "ROUTE_MISSING", linking("people.settings", []), [profile]],
  ["that lost its name", "ROUTE_MISSING", linking("people.profile", ["handle"]), [{ path: "/@:handle" }]],
  ["that lost a parameter", "ROUTE_PARAMS_DIFFER", linking("people.profile", ["handle", "tab"]), [profile]],
  ["that has one more", "ROUTE_PARAMS_DIFFER", linking("people.profile", []), [profile]],
])("a route %s is refused at the link's place", async (_, code, notes, routes) => {
  const release = await notes;
  expect(validateLinks([release, await people(...routes)])).toEqual([
    expect.objectContaining({
      code,
      slice: "notes",
      release: release.id,
      file: "web/src/Page.tsx",
      line: 9,
      message: expect.stringContaining("people@"),
      fix: expect.stringContaining("people"),
    }),
  ]);
});

test("a slice's own links are checked, too", async () => {
  const notes = await makeRelease("notes", {
    links: [{ route: "notes.note", params: ["id"] }],
    manifest: { web: { routes: [], navigation: [], slots: {} } },
  });
  expect(validateLinks([notes])).toMatchObject([{ code: "ROUTE_MISSING", slice: "notes" }]);
});
