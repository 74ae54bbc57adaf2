import { NO_ROUTING, type Routing } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { describeChange } from "./describe-change.ts";

const [n1, n2, p1] = ["notes@111111111111", "notes@222222222222", "people@111111111111"];
const vectors: Record<string, Record<string, string>> = {
  old: { notes: "111111111111", people: "111111111111" },
  new: { notes: "222222222222", people: "111111111111" },
};
const before: Routing = { ...NO_ROUTING, revision: 3, live: "old" };
const canary = (to: number) => ({
  deployment: "d-1",
  releases: [n2],
  vector: "new",
  ranges: [{ from: 0, to }],
});
const preview = { releases: [n2, p1], isolated: [], vector: "new", until: "soon" };
const change = (from: Partial<Routing>, to: Partial<Routing>) =>
  describeChange({ ...before, ...from }, { ...before, ...to }, (vector) => vectors[vector] ?? {});

it.each([
  ["what becomes live", {}, { live: "new" }, { what: "live", from: n1, to: n2 }],
  ["the first", { live: null }, { live: "old" }, { what: "live", from: null, to: `${n1} ${p1}` }],
  [
    "a canary that begins",
    {},
    { canaries: [canary(50)] },
    { what: "canary", from: null, to: `${n2} 0.5%`, deployment: "d-1" },
  ],
  [
    "a canary that grows",
    { canaries: [canary(1000)] },
    { canaries: [canary(5000)] },
    { what: "canary", from: `${n2} 10%`, to: `${n2} 50%`, deployment: "d-1" },
  ],
  [
    "a preview that ends",
    { previews: { "pr-1": preview } },
    {},
    { what: "preview", from: `pr-1: ${n2} ${p1}`, to: null },
  ],
  ["a release that is revoked", {}, { revoked: [n2] }, { what: "revoke", from: n2, to: null }],
  [
    "old pages",
    { leaving: { old: "soon" } },
    { forwards: { old: "new" } },
    { what: "old pages", from: "0 forwarded, 1 leaving", to: "1 forwarded, 0 leaving" },
  ],
])("tells %s", (_, from, to, described) => {
  expect(change(from, to)).toEqual([described]);
});

it("tells nothing of a canary or preview that only stands on another vector", () => {
  const moved = { canaries: [{ ...canary(1000), vector: "old" }], previews: { "pr-1": preview } };
  const stays = { canaries: [canary(1000)], previews: { "pr-1": { ...preview, vector: "old" } } };
  expect(change(stays, moved)).toEqual([]);
});
