import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { listNamedLinks } from "./list-named-links.ts";

test("are found in elements and hooks, with the parameters that they give", async () => {
  await using slice = await temporaryFolder({
    "web/src/Page.tsx": `
export function Page({ id, person, rest }) {
  return (
    <>
      <PageLink className="a" to="posts.post" params={{ id, at: "top" }}>글</PageLink>
      <PageLink to={"login.logIn"} search={{ next: "/" }} />
      <PageLink to="login.profile" params={rest} />
      <PageLink to={somewhere} /> <Link to="/" />
    </>
  );
}
`,
    "web/src/use-door.ts":
      'export const useDoor = () => usePagePath("login.signUp", { handle: <string>"a" });',
    "web/src/Page.test.tsx": 'export const a = <PageLink to="of.test" />;',
    "web/src/text.ts": 'export const b = "<PageLink to=x>";',
  });
  expect(await listNamedLinks(slice.path)).toEqual([
    { route: "posts.post", params: ["at", "id"], file: "web/src/Page.tsx", line: 5 },
    { route: "login.logIn", params: [], file: "web/src/Page.tsx", line: 6 },
    { route: "login.profile", file: "web/src/Page.tsx", line: 7 },
    { route: "login.signUp", params: ["handle"], file: "web/src/use-door.ts", line: 1 },
  ]);
});

test.each<[what: string, to: string, routes: string[]]>([
  ["a template without values", "`a.b`", ["a.b"]],
  ["a choice", 'isNew ? "login.signUp" : "login.logIn"', ["login.signUp", "login.logIn"]],
  ["a choice within a choice", 'a ? "a.a" : b ? `b.b` : "c.c"', ["a.a", "b.b", "c.c"]],
  ["a fallback", 'given ?? "a.b"', ["a.b"]],
  ["a fallback of old", 'given || "a.b"', ["a.b"]],
  ["a type beside it", '("a.b" as RouteName)', ["a.b"]],
  ["the same twice", 'isNew ? "a.b" : "a.b"', ["a.b"]],
  ["a variable", "somewhere", []],
  ["a template with values", `\`a.\${name}\``, []],
])("of %s all that stands there is a link", async (_what, to, routes) => {
  await using slice = await temporaryFolder({
    "web/src/Page.tsx": `export const a = <PageLink to={${to}} />;`,
    "web/src/use-page.ts": `export const usePage = () => usePagePath(${to});`,
  });
  expect(await listNamedLinks(slice.path)).toEqual([
    ...routes.map((route) => ({ route, params: [], file: "web/src/Page.tsx", line: 1 })),
    ...routes.map((route) => ({ route, params: [], file: "web/src/use-page.ts", line: 1 })),
  ]);
});
