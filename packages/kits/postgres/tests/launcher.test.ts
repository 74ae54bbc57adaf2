import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { launch, urlOf } from "./launch.ts";
import { makeHome, query, readPostmaster } from "./places.ts";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("Ctrl-C reaches the launcher's process group, not PostgreSQL", async () => {
  await using place = await makeHome();
  await using launcher = await launch(place.home);
  const { pid } = await readPostmaster(place.dataDir);
  process.kill(-launcher.pid, "SIGINT");
  expect(await query(urlOf(launcher), "SELECT 1 AS one")).toEqual([{ one: 1 }]);

  process.kill(launcher.pid, "SIGTERM");
  await launcher.exit;
  expect(isAlive(pid)).toBe(false);
});

test("after kill -9 of the launcher the next one takes PostgreSQL over, and stops it", async () => {
  await using place = await makeHome();
  const killed = await launch(place.home);
  const { pid } = await readPostmaster(place.dataDir);
  process.kill(killed.pid, "SIGKILL");
  await killed.exit;
  expect(isAlive(pid)).toBe(true);

  const next = await launch(place.home);
  expect(urlOf(next)).toBe(urlOf(killed));
  expect((await readPostmaster(place.dataDir)).pid).toBe(pid);
  await next[Symbol.asyncDispose]();
  expect(isAlive(pid)).toBe(false);
});

test.runIf(process.platform === "linux")("also when the home was renamed in between", async () => {
  await using place = await makeHome();
  const killed = await launch(join(place.home, "before"));
  process.kill(killed.pid, "SIGKILL");
  await killed.exit;
  await rename(join(place.home, "before"), join(place.home, "after"));

  const next = await launch(join(place.home, "after"));
  expect(urlOf(next)).toBe(urlOf(killed));
  const { pid } = await readPostmaster(join(place.home, "after", "postgres-18"));
  await next[Symbol.asyncDispose]();
  expect(isAlive(pid)).toBe(false);
});

test("after kill -9 of both the next one starts it again, with every committed row", async () => {
  await using place = await makeHome();
  const killed = await launch(place.home);
  await query(urlOf(killed), "CREATE TABLE kept AS SELECT 42 AS answer");
  process.kill(killed.pid, "SIGKILL");
  process.kill((await readPostmaster(place.dataDir)).pid, "SIGKILL");
  await killed.exit;

  await using next = await launch(place.home);
  expect(await query(urlOf(next), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

test("after kill -9 in the middle of initialising the next one begins anew", async () => {
  await using place = await makeHome();
  const gone = await launch(join(place.home, "other"));
  await gone[Symbol.asyncDispose]();
  await mkdir(join(place.home, `postgres-18.new-${gone.pid}`, "base"), { recursive: true });
  await writeFile(join(place.home, `postgres-18.new-${gone.pid}.password`), "secret");

  await using launcher = await launch(place.home);
  urlOf(launcher);
  expect((await readdir(place.home)).sort()).toEqual(["logs", "other", "postgres-18"]);
});

test("of two launchers on a new home one runs it, the other says so and leaves it alone", async () => {
  await using place = await makeHome();
  const launchers = await Promise.all([launch(place.home), launch(place.home)]);
  await using stack = new AsyncDisposableStack();
  for (const launcher of launchers) stack.use(launcher);
  const running = launchers.find(({ said }) => "adminUrl" in said);
  const refused = launchers.find(({ said }) => "code" in said);
  expect(refused?.said).toEqual({
    code: "POSTGRES_IN_USE",
    message: `Another Sliceway is running on ${place.home}.`,
    fix: expect.stringMatching(/Stop that one first/),
  });
  await refused?.exit;
  if (!running) throw new Error("both were refused");
  await vi.waitFor(async () => expect(await query(urlOf(running), "SELECT 1 AS one")).toEqual([{ one: 1 }]));
});
