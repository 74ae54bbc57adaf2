import { beforeEach, expect, test, vi } from "vitest";
import {
  draftId,
  forgetDraftsOf,
  keepDraftsOf,
  readDraft,
  subscribeToDrafts,
  writeDraft,
} from "./draft-store.ts";

const alice = draftId("alice", "notes:new");
const bob = draftId("bob", "notes:new");
const visitor = draftId(undefined, "notes:new");

beforeEach(() => {
  for (const id of [alice, bob, visitor]) writeDraft(id, undefined);
});

test("whoever shows a draft hears of its end, also when somebody else ends it", () => {
  const heard = vi.fn();
  const unsubscribe = subscribeToDrafts(heard);
  writeDraft(alice, { text: "Dear" });
  expect(readDraft(alice)).toEqual({ text: "Dear" });
  writeDraft(alice, undefined);
  expect(readDraft(alice)).toBeUndefined();
  expect(heard).toHaveBeenCalledTimes(2);
  unsubscribe();
  writeDraft(alice, "again");
  expect(heard).toHaveBeenCalledTimes(2);
});

test("who leaves takes their own drafts along", () => {
  for (const id of [alice, bob, visitor]) writeDraft(id, "Dear");
  forgetDraftsOf("alice");
  expect([alice, bob, visitor].map(readDraft)).toEqual([undefined, "Dear", "Dear"]);
  forgetDraftsOf(undefined);
  expect([alice, bob, visitor].map(readDraft)).toEqual([undefined, "Dear", undefined]);
});

test("who comes finds nobody else's", () => {
  for (const id of [alice, bob, visitor]) writeDraft(id, "Dear");
  keepDraftsOf("bob");
  expect([alice, bob, visitor].map(readDraft)).toEqual([undefined, "Dear", undefined]);
});
