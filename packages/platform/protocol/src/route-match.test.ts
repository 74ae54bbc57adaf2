import { describe, expect, it } from "vitest";
import { matchRoute, resolveVariables } from "./route-match.ts";

const routes = ["/", "/:page", "/@:handle", "/friends", "/posts/:id", "/:any/new", "/posts/new"].map(
  (path) => ({
    path,
  }),
);

function match(pathname: string) {
  const found = matchRoute(routes, pathname);
  return found && [found.route.path, found.params];
}

describe("matchRoute", () => {
  it.each([
    ["/", "/", {}],
    ["/friends", "/friends", {}],
    ["/Friends/", "/friends", {}],
    ["/@alice", "/@:handle", { handle: "alice" }],
    ["/%40alice", "/@:handle", { handle: "alice" }],
    ["/alice", "/:page", { page: "alice" }],
    ["/posts/new", "/posts/new", {}],
    ["/drafts/new", "/:any/new", { any: "drafts" }],
    ["/posts/a%2Fb", "/posts/:id", { id: "a/b" }],
  ])("takes %s to %s", (pathname, path, params) => {
    expect(match(pathname)).toEqual([path, params]);
  });

  it("does not let a prefixed parameter be empty", () => {
    expect(match("/@")).toEqual(["/:page", { page: "@" }]);
  });

  it.each(["/posts/1/2", "/posts/%E0%A4%A"])("finds nothing for %s", (pathname) => {
    expect(match(pathname)).toBeNull();
  });
});

describe("resolveVariables", () => {
  it("reads path, search and literals", () => {
    const route = { variables: { id: ":id", text: "?q", order: "newest" } };
    expect(resolveVariables(route, { id: "7" }, "?q=a+b")).toEqual({ id: "7", text: "a b", order: "newest" });
  });

  it("leaves out what the search does not say", () => {
    expect(resolveVariables({ variables: { text: "?q" } }, {}, "")).toEqual({});
  });
});
