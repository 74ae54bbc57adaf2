import { expect, test } from "vitest";
import { withOwnChanges } from "./own-changes.ts";

const [old, own, other] = [{ id: "old" }, { id: "own" }, { id: "other" }];

test("an own post stands on top until the timeline has it", () => {
  const changes = { posted: [own], deletedIds: [] };
  expect(withOwnChanges([old], changes)).toEqual([own, old]);
});

test("an own post that has arrived stands where the timeline puts it, once", () => {
  const changes = { posted: [own], deletedIds: [] };
  expect(withOwnChanges([other, own, old], changes)).toEqual([other, own, old]);
});

test("a deleted post is gone, whether it had arrived or not", () => {
  const changes = { posted: [own], deletedIds: ["own", "old"] };
  expect(withOwnChanges([other, old], changes)).toEqual([other]);
});
