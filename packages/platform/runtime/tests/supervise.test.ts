import { expect, test } from "vitest";
import { listChildren } from "../src/process/child-records.ts";
import { supervise } from "../src/process/supervise.ts";
import { openChildContext, tinyOptions } from "./support/tiny-server.ts";

const WAIT = { timeout: 15_000 };
const NEVER = 2 ** 30;

test("a process that is killed is started again, and stops when it is asked to", async () => {
  await using children = await openChildContext();
  const ready: (number | undefined)[] = [];
  const onReady = () => ready.push(listChildren(children.runDir)[0]?.pid);
  const supervised = supervise({ ...tinyOptions(children), onReady });
  await expect.poll(() => ready.length, WAIT).toBe(1);

  process.kill(ready[0] ?? NEVER, "SIGKILL");
  await expect.poll(() => ready.length, WAIT).toBe(2);
  expect(ready[1]).not.toBe(ready[0]);

  await supervised[Symbol.asyncDispose]();
  expect(listChildren(children.runDir)).toEqual([]);
  expect(() => process.kill(ready[1] ?? NEVER, 0)).toThrow("ESRCH");
});

test("a process that ends before it is ready is told with its reason and how often", async () => {
  await using children = await openChildContext();
  const told: [string, number][] = [];
  const onFailedStart = (reason: string, failures: number) => told.push([reason, failures]);
  await using _supervised = supervise({ ...tinyOptions(children, { CRASH: "boom" }), onFailedStart });
  await expect
    .poll(() => told.slice(0, 2), WAIT)
    .toEqual([
      ["Error: boom (exit code 1)", 1],
      ["Error: boom (exit code 1)", 2],
    ]);
});

test("a start that cannot even be prepared counts as failed", async () => {
  await using children = await openChildContext();
  const told: string[] = [];
  const prepare = () => Promise.reject(new Error("no such release"));
  const onFailedStart = (reason: string) => told.push(reason);
  await using _supervised = supervise({ ...tinyOptions(children), prepare, onFailedStart });
  await expect.poll(() => told[0], WAIT).toBe("no such release");
});

test("in a hurry nobody is asked", async () => {
  await using children = await openChildContext();
  const { promise: ready, resolve: onReady } = Promise.withResolvers<void>();
  const supervised = supervise({ ...tinyOptions(children, { STUBBORN: "yes" }), onReady });
  await ready;
  const stopped = supervised[Symbol.asyncDispose]();
  children.kill();
  await stopped;
  expect(listChildren(children.runDir)).toEqual([]);
});
