import { expect, test } from "vitest";
import type { Page } from "./page.ts";
import { pagedLoader } from "./paged-loader.ts";

test("owners asked for with the same page are loaded by one call", async () => {
  const calls: unknown[] = [];
  const load = pagedLoader(async (ownerIds, page: Page<string>) => {
    calls.push([ownerIds, page.first]);
    return new Map([["alice", [`alice's ${page.first}`]]]);
  });
  const answers = await Promise.all([
    load("alice", { first: 2, after: null }),
    load("bob", { first: 2, after: null }),
    load("alice", { first: 5, after: null }),
    load("alice", { first: 2, after: null }),
  ]);
  expect(answers).toEqual([["alice's 2"], [], ["alice's 5"], ["alice's 2"]]);
  expect(calls).toEqual([
    [["alice", "bob"], 2],
    [["alice"], 5],
  ]);
});
