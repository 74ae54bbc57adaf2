import { expect, test } from "vitest";
import { whileLive } from "./while-live.ts";

/** Work whose starts and ends are written down; ending takes a while. */
function createWork() {
  const story: string[] = [];
  const start = () => {
    story.push("start");
    return {
      async [Symbol.asyncDispose]() {
        await new Promise(setImmediate);
        story.push("end");
      },
    };
  };
  return { story, start };
}

test("work runs while live, once, however often that is said", async () => {
  const { story, start } = createWork();
  const work = whileLive(start);
  for (const live of [false, true, true, true, false, false]) work.setLive(live);
  await work[Symbol.asyncDispose]();
  expect(story).toEqual(["start", "end"]);
});

test("work that is wanted again starts after the earlier one has ended", async () => {
  const { story, start } = createWork();
  const work = whileLive(start);
  for (const live of [true, false, true]) work.setLive(live);
  await work[Symbol.asyncDispose]();
  expect(story).toEqual(["start", "end", "start", "end"]);
});
