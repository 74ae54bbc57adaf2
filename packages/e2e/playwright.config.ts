import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "@sliceway/events/testing";
import type { Setup } from "./src/test.ts";

const executablePath = await findChromium(process.env.CHROMIUM_PATH);

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const onRabbitmq = {
  name: "rabbitmq",
  testMatch: /(journey|swap)\.spec/,
  use: { ...desktop, rabbitmq: true },
};

const hasRabbitmq = findRabbitmqServer() !== undefined;
// Workers read this file too.
if (!hasRabbitmq && process.env.TEST_WORKER_INDEX === undefined) console.warn(NO_RABBITMQ_SERVER);

export default defineConfig<object, Setup>({
  testDir: "tests",
  outputDir: "../../test-results",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-US",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args: chromiumArguments() },
  },
  projects: [
    { name: "desktop", use: desktop },
    { name: "phone", testMatch: /journey/, use: { ...devices["Pixel 7"] } },
    ...(hasRabbitmq ? [onRabbitmq] : []),
  ],
});
