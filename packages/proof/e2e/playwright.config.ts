import { resolve } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "@sliceway/events/testing";
import { findPreview } from "./src/find-preview.ts";
import type { Setup } from "./src/test.ts";

// Whatever the platforms start is compiled once, not once in each temporary home.
process.env.NODE_COMPILE_CACHE ??= resolve(
  import.meta.dirname,
  "../../../node_modules/.cache/sliceway/compiled",
);

const executablePath = await findChromium(process.env.CHROMIUM_PATH);

const site = await findPreview(process.env);

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const onRabbitmq = {
  name: "rabbitmq",
  testMatch: "**/packages/proof/e2e/tests/{journey,swap}.spec.ts",
  use: { ...desktop, rabbitmq: true },
};

/** One slice in a preview: that the network still works with it, and what its team has written down. */
const onPreview = site && {
  name: "preview",
  testMatch: [
    "**/packages/proof/e2e/tests/journey.spec.ts",
    `**/slices/${process.env.SLICE ?? "*"}/e2e/*.spec.ts`,
  ],
  use: { ...desktop, site, extraHTTPHeaders: site.headers },
};

const hasRabbitmq = findRabbitmqServer() !== undefined;
// Workers read this file too.
if (!hasRabbitmq && process.env.TEST_WORKER_INDEX === undefined) console.warn(NO_RABBITMQ_SERVER);

const onPlatforms = [
  { name: "desktop", use: desktop },
  { name: "phone", testMatch: "**/journey.spec.ts", use: { ...devices["Pixel 7"] } },
  ...(hasRabbitmq ? [onRabbitmq] : []),
];

export default defineConfig<object, Setup>({
  testDir: "../../..",
  testMatch: ["**/packages/proof/e2e/tests/*.spec.ts", "**/slices/*/e2e/*.spec.ts"],
  outputDir: "../../../test-results",
  // Each has a platform of its own, and waits more than it works.
  workers: site ? 1 : 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    locale: "en-US",
    // To see more of a failure: `npm run test:e2e -- --trace on`. It costs time in each test, so it is off.
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: chromiumArguments() },
  },
  projects: onPreview ? [onPreview] : onPlatforms,
});
