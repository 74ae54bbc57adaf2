import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingIo } from "../src/testing/recording-io.ts";
import { temporaryFolder } from "../src/testing/temporary-folder.ts";
import { sliceway } from "./support/start-site.ts";

const PROJECT = { "slices/notes/slice.json": "{}" };
const HOME = {
  ".sliceway/secrets.json": "{}",
  ".sliceway/releases/notes/x": "",
  ".sliceway/logs/notes.log": "",
};

test.each([
  ["deploy", "notes"],
  ["rollback", "notes"],
  ["status"],
  ["events", "dead"],
  ["events", "dead", "notes"],
])("%s says how to start a platform when none runs", async (...argv) => {
  await using project = await temporaryFolder(PROJECT);
  const { code, warned } = await sliceway(project.path, ...argv);
  expect(code).toBe(1);
  expect(warned).toEqual([
    `No platform runs from ${join(project.path, ".sliceway")}.  NOT_RUNNING`,
    expect.stringContaining("npm start"),
  ]);
});

test("outside of a project every command says so", async () => {
  await using folder = await temporaryFolder();
  const { code, warned } = await sliceway(folder.path, "status");
  expect([code, warned[1]]).toEqual([1, expect.stringContaining("a folder with slices/ in it")]);
});

test("a wrong setting is refused by its name", async () => {
  await using project = await temporaryFolder(PROJECT);
  const io = recordingIo({ cwd: project.path, env: { GATEWAY_PORT: "80000" } });
  expect(await run(["status"], io)).toBe(1);
  expect(io.warned[0]).toMatch(/GATEWAY_PORT/);
});

test("help and version are no errors; a misspelt command is", async () => {
  const [version, help, misspelt] = await Promise.all(
    [["--version"], ["deploy", "--help"], ["deplyo"]].map((argv) => sliceway("/", ...argv)),
  );
  expect([version?.code, version?.printed[0]]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  expect([help?.code, help?.printed.join("\n")]).toEqual([
    0,
    expect.stringContaining("$ sliceway deploy posts feeds"),
  ]);
  expect([misspelt?.code, misspelt?.warned.join("\n")]).toEqual([
    1,
    expect.stringContaining("Did you mean deploy?"),
  ]);
});

test("explain says what an error means, lists all, and knows what a misspelt code was to be", async () => {
  const [one, all, unknown] = await Promise.all(
    [["explain", "port_taken"], ["explain"], ["explain", "PORT_TAKE"]].map((argv) => sliceway("/", ...argv)),
  );
  expect([one?.code, one?.printed]).toEqual([
    0,
    expect.arrayContaining([expect.stringMatching(/^PORT_TAKEN {2}/), expect.stringContaining("<setting>")]),
  ]);
  expect([all?.code, all?.printed.filter((line) => line.startsWith("PORT_TAKEN "))]).toEqual([
    0,
    [expect.stringContaining("taken")],
  ]);
  expect([unknown?.code, unknown?.warned]).toEqual([
    1,
    ["No error has the code PORT_TAKE.  CODE_UNKNOWN", expect.stringContaining("PORT_TAKEN")],
  ]);
});

test("a new slice sends visitors to the slice of the project that provides identity", async () => {
  const people = { name: "people", owner: "team", title: { en: "People" }, provides: ["identity"] };
  await using project = await temporaryFolder({ "slices/people/slice.json": JSON.stringify(people) });
  expect((await sliceway(project.path, "new", "albums", "--no-install")).code).toBe(0);
  const link = await project.read("slices/albums/web/src/components/LogInInvitation.tsx");
  expect(link).toContain('to="people.logIn"');
});

test("reset removes what Sliceway keeps and leaves everything else", async () => {
  await using project = await temporaryFolder({ ...PROJECT, ...HOME, ".sliceway/mine.txt": "" });
  expect((await sliceway(project.path, "reset", "--yes")).code).toBe(0);
  expect(existsSync(join(project.path, ".sliceway/secrets.json"))).toBe(false);
  expect(existsSync(join(project.path, ".sliceway/releases"))).toBe(false);
  expect(existsSync(join(project.path, ".sliceway/mine.txt"))).toBe(true);
  const again = await sliceway(project.path, "reset", "--yes");
  expect(again.printed[0]).toMatch(/^There is nothing to remove/);
});

test("reset asks, and takes nothing but yes", async () => {
  await using project = await temporaryFolder({ ...PROJECT, ...HOME });
  const answering = (answer: string, interactive = true) =>
    run(["reset"], recordingIo({ cwd: project.path, interactive, answer }));
  expect(await answering("y")).toBe(1);
  expect(await answering("yes", false)).toBe(1);
  expect(existsSync(join(project.path, ".sliceway"))).toBe(true);
  expect(await answering("yes")).toBe(0);
  expect(existsSync(join(project.path, ".sliceway"))).toBe(false);
});
