import { expect, test } from "vitest";
import { takeTurns } from "./take-turns.ts";

test("work of one name runs one after another, also after a failure; other work does not wait", async () => {
  const inTurn = takeTurns();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const works = [
    inTurn("a", async () => {
      await first.promise;
      done.push("a1");
      throw new Error("broken");
    }),
    inTurn("a", async () => void done.push("a2")),
    inTurn("b", async () => void done.push("b")),
  ];
  await works[2];
  first.resolve();
  const settled = await Promise.allSettled(works);
  expect(done).toEqual(["b", "a1", "a2"]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
});
