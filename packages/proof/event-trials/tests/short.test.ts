import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "@sliceway/events/testing";
import { describe, expect, test } from "vitest";
import { ownPrograms, runTrials } from "../src/index.ts";

/** Processes are killed and started anew, one after the other. */
const TIMEOUT_MS = 600_000;
const isInstalled = findRabbitmqServer() !== undefined;
if (!isInstalled) console.warn(NO_RABBITMQ_SERVER);

describe("processes killed where it would do the most harm, and an outage of 3 s", {
  timeout: TIMEOUT_MS,
}, () => {
  test("on PostgreSQL: nothing lost, doubled or out of order", () => runShort("postgres"));
  test.skipIf(!isInstalled)("on RabbitMQ: nothing lost, doubled or out of order", () => runShort("rabbitmq"));
});

async function runShort(transport: "postgres" | "rabbitmq"): Promise<void> {
  const { rows, outage, counts } = await runTrials({
    transport,
    form: "short",
    seed: 1,
    outageMs: 3_000,
    programs: ownPrograms,
    progress: () => {},
  });
  expect(counts).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
  expect(new Set(rows.map(({ role }) => role))).toEqual(
    new Set(["writer", "relay", "consumer", "mutations"]),
  );
  for (const { missed, kills, restarts } of rows) expect([missed, restarts]).toEqual([0, kills]);
  expect(outage?.writes).toBeGreaterThan(0);
  expect(outage).toMatchObject({ failed: 0 });
  expect(outage?.waiting).toBeGreaterThan(0);
}
