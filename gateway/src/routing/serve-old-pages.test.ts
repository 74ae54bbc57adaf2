import { NO_ROUTING } from "@sliceway/protocol";
import { expect, test } from "vitest";
import type { ReadyVector } from "./ready-vector.ts";
import { serveOldPages } from "./serve-old-pages.ts";

const now = Date.parse("2026-01-01T12:00:00Z");
const ready = (id: string, notes: string) =>
  ({
    id,
    vector: { releases: { notes } },
    held: { of: id },
    operations: new Map([[id, {}]]),
  }) as unknown as ReadyVector;
const old = ready("old", "111111111111");
const live = ready("live", "222222222222");
const serve = (routing: Partial<typeof NO_ROUTING>) =>
  serveOldPages(
    old,
    { ...NO_ROUTING, live: "live", ...routing },
    (id) => (id === "live" ? live : undefined),
    now,
  );

test("a vector serves its own pages unless the routing says otherwise", () => {
  expect(serve({})).toBe(old);
  expect(serve({ leaving: { old: "2026-01-01T12:01:00Z" } })).toBe(old);
  expect(serve({ forwards: { old: "one that is not ready" } })).toBe(old);
});

test("a forwarded page keeps its documents and is answered by the newer releases", () => {
  expect(serve({ forwards: { old: "live" } })).toMatchObject({
    id: "old",
    operations: old.operations,
    held: live.held,
    vector: { releases: live.vector.releases },
  });
});

test("pages of what somebody works on are answered by the newest of it, as long as that lasts", () => {
  const dev = "0a1b2c3d4e5f";
  const work = (id: string, schemaHash: string) =>
    ({ ...ready(id, id), dev, vector: { releases: { notes: id }, schemaHash } }) as unknown as ReadyVector;
  const [first, second, other] = [work("first", "one"), work("second", "one"), work("other", "two")];
  const known = [first, second, other];
  const serveFirst = (shown: string) => {
    const previews = { "dev-notes": { releases: [], vector: shown, isolated: [], dev, until: "" } };
    const find = (id: string) => known.find((one) => one.id === id);
    return serveOldPages(first, { ...NO_ROUTING, live: "live", previews }, find, now);
  };
  expect(serveFirst("first")).toBe(first);
  expect(serveFirst("second")).toMatchObject({ id: "first", held: second.held });
  expect(serveFirst("other")).toBe("moved");
  expect(serveOldPages(first, { ...NO_ROUTING, live: "live" }, () => undefined, now)).toBe("moved");
});

test("pages whose time is over, or whose release was revoked, are sent away", () => {
  expect(serve({ leaving: { old: "2026-01-01T12:00:00Z" } })).toBe("moved");
  expect(serve({ revoked: ["notes@111111111111"] })).toBe("moved");
  expect(serve({ revoked: ["notes@111111111111"], forwards: { old: "live" } })).toBe("moved");
  expect(serve({ revoked: ["notes@222222222222"] })).toBe(old);
});
