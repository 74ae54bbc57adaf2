import { NO_ROUTING, type Routing } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { findFallbackVector } from "./find-fallback-vector.ts";

const [OLD, NEW, NEWER] = ["111111111111", "222222222222", "333333333333"];
const vectors: Record<string, Record<string, string>> = {
  live: { notes: NEW, people: NEW },
  "notes back": { notes: OLD, people: NEW },
  "people back": { notes: NEW, people: OLD },
  canary: { notes: NEWER, people: NEW },
};
const later = new Date(1000).toISOString();
const routing: Routing = {
  ...NO_ROUTING,
  live: "live",
  rollback: {
    notes: { vector: "notes back", until: later },
    people: { vector: "people back", until: later },
  },
};
const find = (from: string, avoid: string[], changes: Partial<Routing> = {}, now = 0) =>
  findFallbackVector({
    routing: { ...routing, ...changes },
    from,
    avoid,
    releasesOf: (vector) => vectors[vector],
    now,
  });

test("a slice whose live release fails goes back alone", () => {
  expect(find("live", [`notes@${NEW}`])).toBe("notes back");
  expect(find("live", [`people@${NEW}`])).toBe("people back");
});

test("who is not at the live vector goes there, if it has another release", () => {
  expect(find("canary", [`notes@${NEWER}`])).toBe("live");
});

test("when both releases have failed no vector is left", () => {
  expect(find("notes back", [`notes@${NEW}`, `notes@${OLD}`])).toBeNull();
  expect(find("notes back", [`notes@${NEW}`, `people@${NEW}`])).toBeNull();
});

test("a rollback whose time is over, or whose vector is not ready, is no fallback", () => {
  expect(find("live", [`notes@${NEW}`], {}, 1000)).toBeNull();
  const rollback = { notes: { vector: "not ready", until: later } };
  expect(find("live", [`notes@${NEW}`], { rollback })).toBeNull();
});

test("a preview stays and shows what is wrong", () => {
  const previews = { "pr-1": { releases: [], isolated: [], vector: "canary", until: later } };
  expect(find("canary", [`notes@${NEWER}`], { previews })).toBeNull();
});
