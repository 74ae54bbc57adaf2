import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { createRegistryClient } from "@sliceway/protocol/client";
import { afterAll, beforeAll, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const stack = new AsyncDisposableStack();
let settings: Record<string, string>;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  const releasesDir = await mkdtemp(join(tmpdir(), "sliceway-releases-"));
  stack.defer(() => rm(releasesDir, { recursive: true, force: true }));
  settings = {
    REGISTRY_PORT: "0",
    DATABASE_URL: await postgres.createDatabase(),
    RELEASES_DIR: releasesDir,
    ADMIN_TOKEN: "admin-token-of-tests",
    SERVICE_TOKEN: "service-token-of-tests",
  };
});
afterAll(() => stack.disposeAsync());

function run(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  stack.defer(() => void child.kill("SIGKILL"));
  return child;
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("no output");
  for await (const line of createInterface(child.stdout)) {
    const { url } = JSON.parse(line);
    if (url) return url;
  }
  throw new Error("the registry ended");
}

it("serves until SIGTERM and ends well, watchers or not", async () => {
  const child = run(settings);
  const url = await readUrl(child);
  const watching = createRegistryClient({ url }).watch(AbortSignal.timeout(30_000))[Symbol.asyncIterator]();
  expect((await watching.next()).value).toMatchObject({ routing: { revision: 0 } });
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  await watching.return?.();
});

it("says which settings are wrong", async () => {
  const child = run({ ...settings, ADMIN_TOKEN: "short", DATABASE_URL: "" });
  if (!child.stderr) throw new Error("no output");
  const said = await text(child.stderr);
  expect(said).toMatch(/DATABASE_URL/);
  expect(said).toMatch(/ADMIN_TOKEN/);
  expect(child.exitCode ?? (await once(child, "exit"))[0]).toBe(1);
});
