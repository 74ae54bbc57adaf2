import { NO_ROUTING } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { planWanted } from "./plan-wanted.ts";

const [n1, n2, p1] = ["notes@111111111111", "notes@222222222222", "people@111111111111"];
const servers: Record<string, string[]> = {
  old: [n1, p1],
  live: [n2, p1],
  next: [n2, "people@222222222222"],
};
const serversOf = (vector: string) => servers[vector] ?? [];

it("names each server once, with its strongest reason", () => {
  const routing = {
    ...NO_ROUTING,
    revision: 3,
    live: "live",
    rollback: { notes: { vector: "old", until: "soon" } },
  };
  const candidates = [{ deployment: "d-1", vector: "next" }];
  expect(planWanted({ routing, pinned: ["old", "live"], candidates }, serversOf)).toEqual({
    wanted: [
      { slice: "notes", release: "222222222222", reason: "live" },
      { slice: "people", release: "111111111111", reason: "live" },
      { slice: "people", release: "222222222222", reason: "deployment d-1" },
      { slice: "notes", release: "111111111111", reason: "rollback of notes until soon" },
    ],
    vectors: ["live", "next", "old"],
  });
});

it("wants what pages hold on to", () => {
  const routing = { ...NO_ROUTING, revision: 3, live: "live" };
  const { wanted } = planWanted({ routing, pinned: ["old"], candidates: [] }, serversOf);
  expect(wanted.at(-1)).toEqual({ slice: "notes", release: "111111111111", reason: "pages at old" });
});

it("wants nothing before anything is live", () => {
  const routing = NO_ROUTING;
  expect(planWanted({ routing, pinned: [], candidates: [] }, serversOf)).toEqual({ wanted: [], vectors: [] });
});

it("wants the servers that answer the pages, and keeps the vector that they were loaded at warm", () => {
  const routing = { ...NO_ROUTING, revision: 4, live: "next", forwards: { old: "live" } };
  const { wanted, vectors } = planWanted({ routing, pinned: ["old"], candidates: [] }, serversOf);
  expect(wanted).toContainEqual({ slice: "people", release: "111111111111", reason: "pages at old" });
  expect(wanted).not.toContainEqual(expect.objectContaining({ release: "111111111111", slice: "notes" }));
  expect(vectors).toEqual(["next", "old", "live"]);
});

it("isolates what only a preview wants, and nothing that others need", () => {
  const preview = { releases: [n1, n2], isolated: [n1, n2], vector: "old", until: "soon" };
  const routing = { ...NO_ROUTING, revision: 3, live: "live", previews: { "pr-1": preview } };
  const candidates = [{ deployment: "d-1", vector: "next", isolated: ["people@222222222222"] }];
  expect(planWanted({ routing, pinned: [], candidates }, serversOf).wanted).toEqual([
    { slice: "notes", release: "222222222222", reason: "live" },
    { slice: "people", release: "111111111111", reason: "live" },
    { slice: "notes", release: "111111111111", reason: "preview pr-1 until soon", isolated: true },
    { slice: "people", release: "222222222222", reason: "deployment d-1", isolated: true },
  ]);
});

it("wants nothing on the shared database for pages that saw it in a preview", () => {
  const routing = { ...NO_ROUTING, revision: 3, live: "live" };
  const reachable = { routing, pinned: ["old", "next"], candidates: [], isolated: new Set([n1]) };
  expect(planWanted(reachable, serversOf).wanted.map(({ slice, reason }) => [slice, reason])).toEqual([
    ["notes", "live"],
    ["people", "live"],
    ["people", "pages at next"],
  ]);
});
