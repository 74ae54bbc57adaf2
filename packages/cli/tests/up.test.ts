import { existsSync } from "node:fs";
import { join } from "node:path";
import { homePaths, listChildren } from "@sliceway/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TemporaryFolder } from "../src/testing/temporary-folder.ts";
import { inSlice, NOTES, notesProject } from "./support/notes.ts";
import { runUp } from "./support/run-up.ts";

const READY = /^ready {2}http:\/\/localhost:\d+$/;
const manifest = JSON.parse(NOTES["slice.json"]);
const SEEDED = {
  "slice.json": JSON.stringify({
    ...manifest,
    server: { ...manifest.server, seed: ["node", "server.mjs", "seed"] },
  }),
  "server/src/main.ts": NOTES["server/src/main.ts"].replace("runSlice({", "runSlice({ seed: async () => {},"),
};

let project: TemporaryFolder;
beforeAll(async () => {
  project = await notesProject(SEEDED);
});
afterAll(() => project[Symbol.asyncDispose]());

const running = () => listChildren(homePaths(join(project.path, ".sliceway")).run);
const steps = (lines: string[]) => lines.flatMap((line) => /^✔ (\w+)/.exec(line)?.[1] ?? []);

// One story in one home: each test goes on where the one before ended.
test("the first start builds, deploys and seeds, then serves until Ctrl-C", async () => {
  await using up = runUp(project.path);
  const ready = await up.line(READY);
  expect(steps(up.lines()).join(" ")).toBe(
    "start build publish check migrate start ready warm shift drain seed serve",
  );
  expect(up.lines().at(-2)).toBe(ready);
  expect((await fetch(`${ready.split("  ")[1]}/readyz`)).status).toBe(200);

  up.signal("SIGINT");
  expect(await up.exitCode).toBe(0);
  expect(up.lines().at(-2)).toBe("Stopped.");
  expect(up.warned()).toBe("");
  expect(running()).toEqual([]);
});

test("the next start runs what is live, and says what in the tree differs from it", async () => {
  await project.write(inSlice("notes", { "web/src/new.ts": "export const isNew = true;\n" }));
  await using up = runUp(project.path);
  await up.line(READY);
  expect(steps(up.lines())).toEqual(["start", "serve"]);
  expect(up.lines()).toContain("The working tree differs from what is live: notes.");
  expect(up.lines()).toContain("Deploy it: npx sliceway deploy notes");
});

test("a second one beside it is refused; a terminal that closes stops the first", async () => {
  await using up = runUp(project.path);
  await up.line(READY);
  await using second = runUp(project.path);
  expect(await second.exitCode).toBe(1);
  expect(second.warned()).toMatch(
    /^Sliceway already runs from \S+ \(process \d+, http:\S+\)\.\nUse that one/,
  );

  up.signal("SIGHUP");
  expect(await up.exitCode).toBe(0);
  expect(running()).toEqual([]);
});

test("a slice that cannot be built ends the first start, with its place", async () => {
  await using broken = await notesProject({ "server/src/main.ts": "const x: = 3;\n" });
  await using up = runUp(broken.path);
  expect(await up.exitCode).toBe(1);
  expect(up.warned()).toMatch(/server\/src\/main\.ts:1:10 .*\n.*Correct what the lines above name\.\n$/s);
  expect(existsSync(join(broken.path, ".sliceway/platform.json"))).toBe(false);
});

test("a seed that fails is told, and can be left out", async () => {
  const main = SEEDED["server/src/main.ts"].replace("{},", '{ throw new Error("no seed today"); },');
  await using unlucky = await notesProject({ ...SEEDED, "server/src/main.ts": main });
  await using up = runUp(unlucky.path);
  expect(await up.exitCode).toBe(1);
  expect(up.warned()).toMatch(/^The demo network could not be loaded into notes: .*no seed today/);

  await using without = runUp(unlucky.path, "--empty");
  await without.line(READY);
  expect(steps(without.lines())).toEqual(["start", "serve"]);
});
