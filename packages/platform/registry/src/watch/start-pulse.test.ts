import { createLogger } from "@sliceway/service-kit";
import { expect, test, vi } from "vitest";
import { startPulse } from "./start-pulse.ts";

test("what fails is said once until it succeeds again or fails otherwise, and is tried again when woken", async () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line).err.message) };
  const log = createLogger({ name: "test", destination });
  const reasons = ["away", "away", "full", null, "full"];
  let runs = 0;
  const work = async () => {
    const reason = reasons[runs++] ?? null;
    if (reason !== null) throw new Error(reason);
  };
  await using pulse = startPulse(work, { name: "work", everyMs: 3_600_000, log });
  for (const [index] of reasons.entries()) {
    await vi.waitFor(() => expect(runs).toBe(index + 1));
    pulse.wake();
  }
  await vi.waitFor(() => expect(runs).toBe(reasons.length + 1));
  expect(lines).toEqual(["away", "full", "full"]);
});
