import { createLogger } from "@sliceway/service-kit";
import { expect, test, vi } from "vitest";
import { keepRunning } from "./keep-running.ts";

test("what fails is tried again and again; each change is said once, however long it lasts", async () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line).msg) };
  const log = createLogger({ name: "test", destination });
  const reasons = ["away", "away", "away", "starting up"];
  let tries = 0;
  const work = async (signal: AbortSignal, underWay: () => void) => {
    const reason = reasons[tries++];
    if (reason) throw new Error(reason);
    underWay();
    underWay();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  };
  {
    await using _running = keepRunning("relay", work, log);
    await vi.waitFor(() => expect(tries).toBe(5), 10_000);
  }
  expect(lines).toEqual([
    "relay was interrupted and tries again",
    "relay was interrupted and tries again",
    "relay is under way again",
  ]);
});
