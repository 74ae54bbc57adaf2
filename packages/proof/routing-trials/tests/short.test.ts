import { startTestPostgres } from "@sliceway/postgres/testing";
import { expect, it } from "vitest";
import { planCommands, runTrial } from "../src/index.ts";

/** Deployments go through all their steps, one group after the other. */
const TIMEOUT_MS = 240_000;

it("forty random commands, several at once, lead where the model does", { timeout: TIMEOUT_MS }, async () => {
  await using postgres = await startTestPostgres();
  const result = await runTrial({ postgres, groups: planCommands(1, 40) });
  expect(result).toMatchObject({ ok: true });
});
