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
  for (const since of [null, 1, 1, 1, null, null]) work.setLive(since);
  await work[Symbol.asyncDispose]();
  expect(story).toEqual(["start", "end"]);
});

test("work that is wanted again starts after the earlier one has ended", async () => {
  const { story, start } = createWork();
  const work = whileLive(start);
  for (const since of [1, null, 3]) work.setLive(since);
  await work[Symbol.asyncDispose]();
  expect(story).toEqual(["start", "end", "start", "end"]);
});

test("work starts anew when the release went away and came back unnoticed", async () => {
  const { story, start } = createWork();
  const work = whileLive(start);
  for (const since of [1, 3]) work.setLive(since);
  await work[Symbol.asyncDispose]();
  expect(story).toEqual(["start", "end", "start", "end"]);
});
