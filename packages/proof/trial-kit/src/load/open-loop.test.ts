import { expect, test } from "vitest";
import { startOpenLoop } from "./open-loop.ts";

test("goes on sending while answers are outstanding, and counts each one", async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let seen = 0;
  const load = startOpenLoop(500, async (index) => {
    seen += 1;
    if (index === 9) release();
    await gate;
    if (index % 2 === 1) throw new Error("odd");
  });
  await gate;
  const report = await load.stop();

  expect(report.sent).toBe(seen);
  expect(report.answered + report.failed).toBe(report.sent);
  expect(report.failures).toContain("#1: odd");
});
