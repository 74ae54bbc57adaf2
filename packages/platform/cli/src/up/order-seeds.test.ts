import { expect, test } from "vitest";
import { orderSeeds } from "./order-seeds.ts";

const server = { start: ["node", "server.mjs"], seed: ["node", "server.mjs", "seed"] };

function slice(name: string, consumes: string[] = [], provides: "identity"[] = []) {
  return {
    name,
    provides,
    events: { consumes: Object.fromEntries(consumes.map((type) => [type, { reads: [] }])) },
    server,
  };
}

test("whoever signs people in comes first, then those that are listened to", () => {
  const slices = [
    slice("index", ["accounts.SignedUp.v1", "notes.Written.v1"]),
    slice("notes"),
    slice("accounts", [], ["identity"]),
  ];
  expect(orderSeeds(slices)).toEqual(["accounts", "notes", "index"]);
});

test("slices that listen to one another are each loaded once", () => {
  expect(orderSeeds([slice("b", ["a.Made.v1"]), slice("a", ["b.Made.v1"])])).toEqual(["b", "a"]);
});

test("slices without demo data are left out", () => {
  expect(orderSeeds([{ ...slice("a"), server: { start: ["node"] } }, slice("b", ["a.Made.v1"])])).toEqual([
    "b",
  ]);
});
