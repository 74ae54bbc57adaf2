import { type DevEnv, startDevEnv } from "@sliceway/dev-env";
import { findRabbitmqServer } from "@sliceway/events/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../src/config.ts";
import { run, scriptNames } from "../src/run.ts";

/** Whoever comes first builds all slices. */
const LONG_MS = 600_000;

let env: DevEnv;
beforeAll(async () => {
  env = await startDevEnv({ demoNetwork: true });
}, LONG_MS);
afterAll(() => env?.[Symbol.asyncDispose]());

/** Rows that each measurement must print, as a reader of the table finds them. */
const rows: Record<string, RegExp[]> = {
  "page-bytes": [/^federated +\d+ +[\d.]+ kB/m, /^one bundle +\d+ +[\d.]+ kB/m, /^ratio +(1|2)\.\d\d/m],
  lighthouse: [/^visitor, mobile +\d+ +\d+ +\d+ +\d+ +[\d.]+ s/m],
  memory: [/^all +\d+ +[\d.]+ MB/m, /^posts@\w+ +1 +[\d.]+ MB/m, /^A slice server takes [1-9][\d.]* MB/m],
  events: [
    /^postgres +[\d.]+ ms +[\d.]+ ms +\d+ +[\d.]+ +0$/m,
    /^graphile-worker +[\d.]+ ms/m,
    ...(findRabbitmqServer() ? [/^rabbitmq +[\d.]+ ms +[\d.]+ ms +\d+ +[\d.]+ +0$/m] : []),
  ],
  readme: [
    /^\| resident memory of the whole platform .* \| [\d.]+ MB \|$/m,
    /^\| a post in a friend's open feed; .* \| [\d.]+ s; [\d.]+ s \|$/m,
  ],
  "deploy-load": [/^v-[0-9a-f]{12} +\d+ +\d+ +0 +[\d.]+ ms/m],
};

async function bench(...argv: string[]): Promise<string> {
  const printed: string[] = [];
  const io = { print: (text: string) => void printed.push(text), progress: () => {} };
  const place = ["--url", env.gatewayUrl, "--registry", env.registryUrl, "--home", env.home];
  expect(await run([...argv, ...place], readConfig(), io)).toBe(0);
  return printed.join("\n");
}

test.each(scriptNames)(
  "%s runs in its short form and prints its rows",
  { timeout: LONG_MS },
  async (name) => {
    const text = await bench(name, "--short");
    expect(rows[name]?.length).toBeGreaterThan(0);
    for (const row of rows[name] ?? []) expect(text).toMatch(row);
  },
);

test("help names every measurement", async () => {
  const text = await bench("--help");
  for (const name of scriptNames) expect(text).toContain(name);
});
