import type { Release } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { findProject } from "../project/find-project.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { findWarnings } from "./find-warnings.ts";
import { listNamedLinks } from "./list-named-links.ts";

/** What is told of a page of the slice `posts`, beside which there are `login` and the shell. */
async function warningsOf(page: string) {
  await using folder = await temporaryFolder({
    "slices/posts/slice.json": "{}",
    "slices/login/slice.json": "{}",
    "shell/slice.json": "{}",
    "slices/posts/web/src/Page.tsx": page,
  });
  const project = await findProject(folder.path);
  const links = await listNamedLinks(`${folder.path}/slices/posts`);
  return findWarnings(project, { slice: "posts", id: "111111111111", links } as Release);
}

test("a link to a slice that is not in the project is told with its place", async () => {
  expect(await warningsOf('\nexport const a = <PageLink to="logn.logIn" />;')).toEqual([
    {
      code: "LINK_SLICE_UNKNOWN",
      slice: "posts",
      release: "111111111111",
      operation: null,
      file: "web/src/Page.tsx",
      line: 2,
      message: 'posts@111111111111 links to logn.logIn here, and no slice of this project is called "logn".',
      fix: expect.stringMatching(/^Name one of login, posts, shell\. /),
    },
  ]);
});

test.each([
  "export const a = <PageLink to={somewhere} />;",
  "export const a = <PageLink {...props} />;",
  `export const a = <PageLink to={\`login.\${name}\`} />;`,
  'export const a = <PageLink to={given ?? "login.logIn"} />;',
  "export const usePage = () => usePagePath(somewhere);",
  "export const a = <Slot name={somewhere} />;",
])("that nobody can check a name is told: %s", async (page) => {
  expect(await warningsOf(page)).toMatchObject([
    { code: "NAME_UNREADABLE", file: "web/src/Page.tsx", line: 1 },
  ]);
});

test("names that stand there, of slices of the project, are fine", async () => {
  const page = `
export function Page() {
  usePagePath("posts.post", { id });
  return <PageLink to={isNew ? "login.signUp" : "shell.home"}><Slot name="elsewhere.card" /></PageLink>;
}`;
  expect(await warningsOf(page)).toEqual([]);
});
