import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NO_ROUTING } from "@sliceway/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPlatform, homePaths, listChildren, readSecrets, startPlatform } from "../src/index.ts";
import { temporaryHome } from "./support/temporary-home.ts";

const ports = { gateway: 0, registry: 0 };
let home: Awaited<ReturnType<typeof temporaryHome>>;
beforeAll(async () => {
  home = await temporaryHome();
});
afterAll(() => home[Symbol.asyncDispose]());

// All in one home, so that only the first of them makes a database. Each leaves it as it may be found: nothing runs in it.
test("starts database, registry and gateway, keeps its secrets to itself, and leaves nothing behind; then a second platform is refused, and disturbs nothing", async () => {
  const paths = homePaths(home.path);
  {
    await using platform = await startPlatform({ home: home.path, ports });
    expect(await platform.registry.getRouting()).toEqual(NO_ROUTING);
    expect(await findPlatform(home.path)).toMatchObject({
      pid: process.pid,
      gatewayUrl: platform.gatewayUrl,
      databaseServer: expect.stringMatching(/^postgres:\/\/127\.0\.0\.1:\d+\/postgres$/),
    });
    expect(listChildren(paths.run).map(({ name }) => name)).toEqual(["gateway", "registry"]);
    for (const file of [paths.secrets, join(paths.keys, "gateway.json")]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  }
  expect(listChildren(paths.run)).toEqual([]);
  expect(await findPlatform(home.path)).toBeUndefined();
  expect(existsSync(join(paths.home, "postgres-18/postmaster.pid"))).toBe(false);

  const secrets = await readSecrets(paths);
  await using platform = await startPlatform({ home: home.path, ports });
  const second = startPlatform({ home: home.path, ports });
  await expect(second).rejects.toMatchObject({ code: "ALREADY_RUNNING" });
  expect(await readSecrets(platform.paths)).toEqual(secrets);
  expect((await platform.registry.getRouting()).revision).toBe(0);
});

test("a gateway that cannot start says why", async () => {
  const { keys } = homePaths(home.path);
  const key = join(keys, "gateway.json");
  mkdirSync(keys, { recursive: true });
  writeFileSync(key, "{}");
  {
    await using platform = await startPlatform({ home: home.path, ports });
    await expect(platform.gatewayReady).rejects.toMatchObject({
      code: "SERVICE_FAILED",
      message: expect.stringMatching(/^The gateway does not start: .*gateway\.json is not valid/),
    });
  }
  rmSync(key);
});

test("after kill -9 the next start ends what was left and takes over the database", async () => {
  const paths = homePaths(home.path);
  const process = fork(join(import.meta.dirname, "fixtures/platform-process.ts"), [home.path], {
    silent: true,
  });
  await once(process, "message");
  const orphans = listChildren(paths.run);
  process.kill("SIGKILL");
  await once(process, "exit");
  expect(orphans.length).toBe(2);

  await using platform = await startPlatform({ home: home.path, ports });
  const pids = listChildren(paths.run).map(({ pid }) => pid);
  expect(orphans.filter(({ pid }) => pids.includes(pid))).toEqual([]);
  expect((await platform.registry.getRouting()).revision).toBe(0);
});

test("told to stop while it starts, it stops what it has started", async () => {
  const told = new AbortController();
  const starting = startPlatform({ home: home.path, ports, signal: told.signal });
  told.abort(new Error("enough"));
  await expect(starting).rejects.toThrow("enough");
  expect(listChildren(homePaths(home.path).run)).toEqual([]);
  expect(await findPlatform(home.path)).toBeUndefined();
});
