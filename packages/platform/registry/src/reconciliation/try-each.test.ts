import { expect, it } from "vitest";
import { tryEach } from "./try-each.ts";

it("works on what comes after a failure, one at a time, and tells of all failures", async () => {
  const done: number[] = [];
  const work = async (item: number) => {
    await Promise.resolve();
    if (item % 2 === 1) throw new Error(`no ${item}`);
    done.push(item);
  };
  await expect(tryEach([1, 2, 3, 4], work)).rejects.toMatchObject({
    message: "no 1; no 3",
    errors: [new Error("no 1"), new Error("no 3")],
  });
  expect(done).toEqual([2, 4]);
  await tryEach([2], work);
});
