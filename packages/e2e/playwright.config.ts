import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, findChromium } from "@sliceway/chromium";

const executablePath = await findChromium(process.env.CHROMIUM_PATH);

export default defineConfig({
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
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } } },
    { name: "phone", testMatch: /journey/, use: { ...devices["Pixel 7"] } },
  ],
});
