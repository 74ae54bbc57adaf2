import { expect, test } from "vitest";
import { createWakeup } from "./wakeup.ts";

const never = new AbortController().signal;
const LONG_MS = 60_000;

test("news end the wait", async () => {
  const wakeup = createWakeup();
  const waiting = wakeup.wait(LONG_MS, never);
  wakeup.wake();
  await waiting;
});

test("news that came before the wait end it at once, and only once", async () => {
  const wakeup = createWakeup();
  wakeup.wake();
  await wakeup.wait(LONG_MS, never);
  const abort = new AbortController();
  const waiting = wakeup.wait(LONG_MS, abort.signal).then(() => "ended");
  await Promise.resolve();
  expect(await Promise.race([waiting, Promise.resolve("waiting")])).toBe("waiting");
  abort.abort();
  await waiting;
});
