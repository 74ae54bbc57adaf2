import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { homePaths, readSecrets } from "@sliceway/runtime";
import { test } from "../src/test.ts";

const program = resolve(import.meta.dirname, "../../../docs/examples/plain-slice/release.mjs");

test("a slice that uses none of our packages is published, goes live, and has its page", async ({
  env,
  page,
}) => {
  const { deployToken } = await readSecrets(homePaths(env.home));
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, REGISTRY_URL: env.registryUrl, DEPLOY_TOKEN: deployToken },
  });
  expect(stdout).toMatch(/^published mottos@[0-9a-f]{12}\ndeployment done\n$/);

  await page.goto("/mottos");
  await expect(page.getByRole("heading", { name: "Mottos" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Less, but better." })).toBeVisible();
});
