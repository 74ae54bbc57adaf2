import { NO_ROUTING, type Routing } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { planForwards } from "./plan-forwards.ts";

const now = new Date("2026-01-01T12:00:00Z");
const inFiveMinutes = "2026-01-01T12:05:00.000Z";
const plan = (
  routing: Partial<Routing>,
  pages: { pinned?: string[]; relieved?: string[]; compatible?: string[]; revoked?: string[] },
) =>
  planForwards({
    routing: { ...NO_ROUTING, live: "live", ...routing },
    pinned: pages.pinned ?? [],
    relieved: pages.relieved ?? [],
    isRevoked: (vector) => (pages.revoked ?? []).includes(vector),
    isCompatible: (vector) => (pages.compatible ?? []).includes(vector),
    now,
  });

test("pages are left alone while there is room", () => {
  expect(plan({}, { pinned: ["old"], compatible: ["old"] })).toEqual({ forwards: {}, leaving: {} });
});

test("pages that have to move are served by what is live if it takes their operations, or asked to reload", () => {
  const pages = { pinned: ["fits", "does not"], relieved: ["fits", "does not"], compatible: ["fits"] };
  expect(plan({}, pages)).toEqual({ forwards: { fits: "live" }, leaving: { "does not": inFiveMinutes } });
});

test("a moved page moves on with each deployment that it fits, and else stays where it is", () => {
  const routing = { forwards: { a: "before", b: "before" } };
  expect(plan(routing, { pinned: ["a", "b"], compatible: ["a"] }).forwards).toEqual({
    a: "live",
    b: "before",
  });
});

test("a moved page whose servers have to go after all is asked to reload, and served until then", () => {
  const routing = { forwards: { a: "before" } };
  expect(plan(routing, { pinned: ["a"], relieved: ["a"] })).toEqual({
    forwards: { a: "before" },
    leaving: { a: inFiveMinutes },
  });
});

test("the time to leave is set once, and forgotten with the pages", () => {
  const routing = { leaving: { a: "soon", gone: "soon" } };
  expect(plan(routing, { pinned: ["a"], relieved: ["a"] }).leaving).toEqual({ a: "soon" });
});

test("nobody has to leave any more when a later deployment takes the page's operations", () => {
  const routing = { leaving: { a: "soon" } };
  const pages = { pinned: ["a"], relieved: ["a"], compatible: ["a"] };
  expect(plan(routing, pages)).toEqual({ forwards: { a: "live" }, leaving: {} });
});

test("pages of a revoked release move at once, or are not served any more", () => {
  const pages = { pinned: ["fits", "does not"], revoked: ["fits", "does not"], compatible: ["fits"] };
  expect(plan({}, pages)).toEqual({ forwards: { fits: "live" }, leaving: { "does not": now.toISOString() } });
});

test("pages that were moved to a revoked release move again", () => {
  const routing = { forwards: { a: "bad", b: "bad" } };
  expect(plan(routing, { pinned: ["a", "b"], revoked: ["bad"], compatible: ["a"] })).toEqual({
    forwards: { a: "live" },
    leaving: {},
  });
});
