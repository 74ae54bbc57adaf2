import { resolve } from "node:path";
import { expect, test } from "vitest";
import { ownPrograms, type Programs, runTrials } from "../src/index.ts";

/** Processes are killed and started anew, one after the other. */
const TIMEOUT_MS = 600_000;

const broken = (name: string) => resolve(import.meta.dirname, `broken/${name}.ts`);

const runWith = (programs: Partial<Programs>) =>
  runTrials({
    transport: "postgres",
    form: "short",
    roles: ["relay", "consumer"],
    seed: 1,
    outageMs: 0,
    patienceMs: 5_000,
    programs: { ...ownPrograms, ...programs },
    progress: () => {},
  });

test("a relay that deletes before it publishes loses events, a consumer without an inbox doubles effects", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { counts } = await runWith({
    relay: broken("relay-deletes-first"),
    consumer: broken("consumer-without-inbox"),
  });
  expect(counts.lost).toBeGreaterThan(0);
  expect(counts.doubled).toBeGreaterThan(0);
});

test("a relay that goes by a cursor loses events, a consumer that tries failed ones later changes their order", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { counts } = await runWith({
    relay: broken("relay-by-cursor"),
    consumer: broken("consumer-tries-later"),
  });
  expect(counts.lost).toBeGreaterThan(0);
  expect(counts.outOfOrder).toBeGreaterThan(0);
});
