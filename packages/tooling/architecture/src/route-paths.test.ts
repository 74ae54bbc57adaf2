import { expect, test } from "vitest";
import { findRoutePaths } from "./route-paths.ts";

const ROUTES = ["/", "/login", "/posts/:id", "/@:handle"];

test.each([
  ['to="/login"', "/login"],
  [`to={\`/login?next=\${path}\`}`, "/login"],
  [`to={\`/posts/\${id}\`}`, "/posts/"],
  ['navigate("/posts/7")', "/posts/"],
  ["navigate('/@alice')", "/@"],
  [`navigate(\`/@\${handle}\`)`, "/@"],
])("%s spells a path out", (source, found) => {
  expect(findRoutePaths([{ path: "a.tsx", source: `\n${source}` }], ROUTES)).toEqual([
    `a.tsx:2: spells out ${found}`,
  ]);
});

test.each(['to="/"', 'to="login.logIn"', '"/logins"', '"/posts"', '// as "/login"', '"./login"', '"x/@y"'])(
  "%s does not",
  (source) => {
    expect(findRoutePaths([{ path: "a.tsx", source }], ROUTES)).toEqual([]);
  },
);
