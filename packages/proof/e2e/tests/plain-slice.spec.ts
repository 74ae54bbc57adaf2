import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { createSigningKey, printSigningKey } from "@sliceway/protocol";
import { test } from "../src/test.ts";

const program = resolve(import.meta.dirname, "../../../../docs/examples/plain-slice/release.mjs");

/** The address of the entry and its hash, as the page has them. */
const READ_ENTRY = `
  Object.entries(JSON.parse(document.getElementById("sliceway-boot").textContent).integrity)
    .find(([path]) => path.startsWith("/s/mottos/"))`;

/** As code might do it that was not built with our checks. */
const loadScript = (url: string, hash: string) => `new Promise((resolve) => {
  const policy = trustedTypes.createPolicy("slice", { createScriptURL: (address) => address });
  const script = document.createElement("script");
  script.src = policy.createScriptURL("${url}?${encodeURIComponent(hash)}");
  script.integrity = "${hash}";
  script.crossOrigin = "anonymous";
  script.onload = () => resolve("loaded");
  script.onerror = () => resolve("refused");
  document.head.append(script);
})`;

test("a slice that uses none of our packages is published, goes live, and has its page; its scripts are checked", async ({
  env,
  page,
}) => {
  const { token } = await env.registry.createToken({ slices: ["mottos"], name: "ci-mottos" });
  const key = createSigningKey();
  await env.registry.addSigningKey("mottos", key.publicKey);
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: {
      ...process.env,
      SLICEWAY_REGISTRY_URL: env.registryUrl,
      SLICEWAY_TOKEN: token,
      SLICEWAY_SIGNING_KEY: printSigningKey(key),
    },
  });
  expect(stdout).toMatch(/^published mottos@[0-9a-f]{12}\ndeployment done\n$/);

  await page.goto("/mottos");
  await expect(page.getByRole("heading", { name: "Mottos" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Less, but better." })).toBeVisible();

  const [entry, integrity] = await page.evaluate<[string, string]>(READ_ENTRY);
  const load = (hash: string) => page.evaluate<string>(loadScript(entry, hash));
  expect(await load(integrity)).toBe("loaded");
  expect(await load("")).toBe("refused");
  expect(await load(`sha384-${"A".repeat(64)}`)).toBe("refused");
});
