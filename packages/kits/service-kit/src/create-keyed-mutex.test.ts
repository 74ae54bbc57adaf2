import { expect, test } from "vitest";
import { createKeyedMutex } from "./create-keyed-mutex.ts";

test("tasks of one key run one after another, also after a failure; tasks of another key do not wait", async () => {
  const exclusively = createKeyedMutex();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const tasks = [
    exclusively("a", async () => {
      await first.promise;
      done.push("a1");
      throw new Error("broken");
    }),
    exclusively("a", async () => void done.push("a2")),
    exclusively("b", async () => void done.push("b")),
  ];
  await tasks[2];
  first.resolve();
  const settled = await Promise.allSettled(tasks);
  expect(done).toEqual(["b", "a1", "a2"]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});

test("a task's result is its caller's", async () => {
  const exclusively = createKeyedMutex();
  const results = [exclusively("a", async () => 1), exclusively("a", async () => 2)];
  expect(await Promise.all(results)).toEqual([1, 2]);
});
