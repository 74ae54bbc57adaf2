import type { ReleaseRef } from "@sliceway/protocol";
import { createLogger } from "@sliceway/service-kit";
import { expect, test } from "vitest";
import { ReleaseRunners } from "./release-runners.ts";

const [old, next] = ["posts@111111111111", "posts@222222222222"] as const;
const log = createLogger({ name: "runtime", level: "silent" });

/** A driver whose servers take as long to stop as the test wants. */
function createDriver() {
  const story: string[] = [];
  const { promise: mayStop, resolve: letStop } = Promise.withResolvers<void>();
  const run = (release: ReleaseRef) => {
    story.push(`start ${release}`);
    const stop = async () => {
      await mayStop;
      story.push(`stopped ${release}`);
    };
    return { [Symbol.asyncDispose]: stop };
  };
  return { story, run, letStop };
}

test("the new release starts beside the old one, which stops when it is no longer wanted", async () => {
  const { story, run, letStop } = createDriver();
  const runners = new ReleaseRunners(run, log);
  runners.reconcile([old]);
  runners.reconcile([old, next]);
  runners.reconcile([next]);
  letStop();
  await runners[Symbol.asyncDispose]();
  expect(story).toEqual([`start ${old}`, `start ${next}`, `stopped ${old}`, `stopped ${next}`]);
});

test("a release that is wanted again while it stops is started after it has stopped", async () => {
  const { story, run, letStop } = createDriver();
  const runners = new ReleaseRunners(run, log);
  runners.reconcile([old]);
  runners.reconcile([]);
  runners.reconcile([old]);
  expect(story).toEqual([`start ${old}`]);
  letStop();
  await expect.poll(() => story).toEqual([`start ${old}`, `stopped ${old}`, `start ${old}`]);
  await runners[Symbol.asyncDispose]();
});
