import { test as base } from "@playwright/test";
import { type DevEnv, startDevEnv } from "@sliceway/dev-env";

/** Tests with the whole platform: `env`, started once for all tests of a worker; pages open on its gateway. */
export const test = base.extend<Record<never, never>, { env: DevEnv }>({
  env: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      await using env = await startDevEnv();
      await use(env);
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ env }, use) => use(env.gatewayUrl),
});
