import { chmod, chown, mkdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "../src/index.ts";
import { type InstalledLauncher, installLauncher } from "./install-launcher.ts";
import { launch, urlOf } from "./launch.ts";
import { makeHome, query } from "./places.ts";

const nobody = { uid: 65_534, gid: 65_534 };
const nameless = { uid: 54_321, gid: 54_321 };
const log = createLogger({ name: "postgres", level: "silent" });
const isRoot = process.geteuid?.() === 0;

/** Only root can become other users; as an ordinary user all other tests of this package run as one. */
describe.runIf(isRoot)("users", () => {
  let installed: InstalledLauncher;
  beforeAll(async () => {
    installed = await installLauncher();
  });
  afterAll(() => installed?.[Symbol.asyncDispose]());
  const launchAs = (home: string, options: { uid?: number; gid?: number; path?: string }) =>
    launch(home, { ...options, installed });

  test("root runs it in place under a home that nobody else can enter; files stay root's", async () => {
    await using place = await makeHome();
    await chmod(place.home, 0o700);
    await using postgres = await startPostgres({ home: place.home, log });
    expect(await query(postgres.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect((await stat(join(place.dataDir, "PG_VERSION"))).uid).toBe(0);
  });

  test("an ordinary user runs it, and owns the files", async () => {
    await using place = await makeHomeFor(nobody);
    await using launcher = await launchAs(place.home, nobody);
    expect(await query(urlOf(launcher), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect((await stat(join(place.dataDir, "PG_VERSION"))).uid).toBe(nobody.uid);
  });

  test("so does a user id without a name, as containers have", async () => {
    await using place = await makeHomeFor(nameless);
    await using launcher = await launchAs(place.home, nameless);
    expect(await query(urlOf(launcher), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect((await stat(join(place.dataDir, "PG_VERSION"))).uid).toBe(nameless.uid);
  });

  test("an ordinary user is told that root's home is not its own", async () => {
    await using place = await makeHome();
    await (await startPostgres({ home: place.home, log }))[Symbol.asyncDispose]();
    await using unwritable = await launchAs(place.home, nobody);
    expect(unwritable.said).toMatchObject({ code: "HOME_UNWRITABLE" });

    for (const dir of [place.home, join(place.home, "logs")]) await chmod(dir, 0o777);
    await chmod(join(place.home, "logs", "postgres.log"), 0o666);
    await using alien = await launchAs(place.home, nobody);
    expect(alien.said).toEqual({
      code: "POSTGRES_OTHER_OWNER",
      message: `${place.dataDir} belongs to user 0, and this is user 65534.`,
      fix: "Start Sliceway as the user who made it, or choose another home.",
    });
  });

  test("an ordinary user is told that a directory cannot be written", async () => {
    await using place = await makeHome();
    await chmod(place.home, 0o755);
    const home = join(place.home, "home");
    await using launcher = await launchAs(home, nobody);
    expect(launcher.said).toEqual({
      code: "HOME_UNWRITABLE",
      message: `${home} cannot be written (EACCES).`,
      fix: "Make it a directory that the user who runs Sliceway may write, or choose another one.",
    });
  });

  describe("where unshare is not to be had", () => {
    test("root runs it as nobody, and takes the files back where it is", async () => {
      await using place = await makeHome();
      await chmod(place.home, 0o755);
      const path = await pathWithoutUnshare(place.home);
      const launcher = await launchAs(place.home, { path });
      expect(await query(urlOf(launcher), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      await launcher[Symbol.asyncDispose]();
      expect((await stat(join(place.dataDir, "PG_VERSION"))).uid).toBe(nobody.uid);

      await using postgres = await startPostgres({ home: place.home, log });
      expect(await query(postgres.adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
      expect((await stat(join(place.dataDir, "PG_VERSION"))).uid).toBe(0);
    });

    test("a user id without a name is told so", async () => {
      await using place = await makeHomeFor(nameless);
      const path = await pathWithoutUnshare(place.home);
      await using launcher = await launchAs(place.home, { ...nameless, path });
      expect(launcher.said).toMatchObject({
        code: "POSTGRES_NAMELESS_USER",
        message: expect.stringContaining("user 54321 has none"),
      });
    });

    test("root is told what to do when nobody cannot reach the home", async () => {
      await using place = await makeHome();
      await using launcher = await launchAs(place.home, { path: await pathWithoutUnshare(place.home) });
      expect(launcher.said).toMatchObject({
        code: "POSTGRES_AS_ROOT",
        message: expect.stringContaining(`nobody cannot reach ${place.home}`),
        fix: expect.stringContaining("ordinary user"),
      });
    });
  });
});

async function makeHomeFor({ uid, gid }: { uid: number; gid: number }) {
  const place = await makeHome();
  await chown(place.home, uid, gid);
  return place;
}

/** A directory of commands in which `unshare` is missing. */
async function pathWithoutUnshare(home: string): Promise<string> {
  const dir = join(home, "bin");
  await mkdir(dir);
  for (const name of ["id", "test"]) await symlink(`/usr/bin/${name}`, join(dir, name));
  return dir;
}
