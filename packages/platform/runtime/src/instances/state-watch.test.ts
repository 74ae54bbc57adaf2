import { NO_ROUTING, type RegistryState } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { StateWatch } from "./state-watch.ts";

const stateAt = (cursor: number): RegistryState => ({
  cursor,
  routing: { ...NO_ROUTING, revision: cursor },
  instances: [],
  wanted: [],
  vectors: [],
});
const from = (cursor: number) => (state: RegistryState) => state.cursor >= cursor;
const forever = new AbortController().signal;

test("answers with what is known already, or with the first state that fits", async () => {
  const watch = new StateWatch();
  watch.set(stateAt(1));
  expect((await watch.until(from(1), forever)).cursor).toBe(1);

  const later = watch.until(from(3), forever);
  for (const cursor of [2, 3, 4]) watch.set(stateAt(cursor));
  expect((await later).cursor).toBe(3);
});

test("gives up when told to", async () => {
  const controller = new AbortController();
  const waiting = new StateWatch().until(from(1), controller.signal);
  controller.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
});
