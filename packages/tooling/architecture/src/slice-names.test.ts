import { expect, test } from "vitest";
import { findSliceNames } from "./slice-names.ts";

const SLICES = ["login", "posts"];
const namesIn = (source: string) => findSliceNames([{ path: "a.tsx", source: `\n${source}` }], SLICES);

test.each([
  ['"posts"', "posts"],
  ["`/posts/1`", "posts"],
  ["import './slices/login/contract.ts'", "login"],
  ['<PageLink to="login.logIn">', "login"],
  ["usePagePath('posts.post', { id })", "posts"],
  ["to={`login.logIn`}", "login"],
])("%s names a slice", (source, name) => {
  expect(namesIn(source)).toEqual([`a.tsx:2: names the slice "${name}"`]);
});

test.each(['"blogin.logIn"', '"logins"', '"./posts.ts"', "login.logIn", '"posts. "', '// as "login.logIn"'])(
  "%s names none",
  (source) => {
    expect(namesIn(source)).toEqual([]);
  },
);
