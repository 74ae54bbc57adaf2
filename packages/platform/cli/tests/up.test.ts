import { existsSync } from "node:fs";
import { join } from "node:path";
import { homePaths, listChildren } from "@sliceway/runtime";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Status } from "../src/platform/status.ts";
import type { TemporaryFolder } from "../src/testing/temporary-folder.ts";
import { killChild, killRegistry } from "./support/kill-registry.ts";
import { inSlice, NOTES, notesProject } from "./support/notes.ts";
import { runBin, runUp } from "./support/run-up.ts";
import { startLoad } from "./support/start-load.ts";
import { sliceway } from "./support/start-site.ts";

const PATIENCE = { timeout: 120_000, interval: 200 };
/** For a story with builds, starts and kills in it. */
const LONG_MS = 240_000;
const READY = /^ready {2}http:\/\/localhost:\d+$/;
const manifest = JSON.parse(NOTES["slice.json"]);
const SEEDED = {
  "slice.json": JSON.stringify({
    ...manifest,
    server: { ...manifest.server, seed: ["node", "server.mjs", "seed"] },
  }),
  "server/src/main.ts": NOTES["server/src/main.ts"].replace("runSlice({", "runSlice({ seed: async () => {},"),
};

/** A project whose platform was started once, served and was ended with Ctrl-C. */
let project: TemporaryFolder;
let first: Awaited<ReturnType<typeof startOnce>>;
beforeAll(async () => {
  project = await notesProject(SEEDED);
  first = await startOnce(project.path);
}, LONG_MS);
afterAll(() => project[Symbol.asyncDispose]());

const running = () => listChildren(homePaths(join(project.path, ".sliceway")).run);
const pidsOf = (name: string) => running().flatMap((child) => (child.name === name ? [child.pid] : []));
const steps = (lines: string[]) => lines.flatMap((line) => /^✔ (\w+)/.exec(line)?.[1] ?? []);

async function startOnce(dir: string) {
  await using up = runUp(dir);
  const ready = await up.line(READY);
  const served = up.lines();
  const { status } = await fetch(`${ready.split("  ")[1]}/readyz`);
  up.signal("SIGINT");
  return {
    ready,
    served,
    status,
    exitCode: await up.exitCode,
    lines: up.lines(),
    warned: up.warned(),
    left: running(),
  };
}

test("the first start builds, deploys and seeds, then serves until Ctrl-C", () => {
  expect(steps(first.served).join(" ")).toBe(
    "start build publish check migrate start ready warm shift drain seed serve",
  );
  expect(first.served.at(-2)).toBe(first.ready);
  expect(first.status).toBe(200);

  expect(first.exitCode).toBe(0);
  expect(first.lines.at(-2)).toBe("Stopped.");
  expect(first.warned).toBe("");
  expect(first.left).toEqual([]);
});

test("the next start runs what is live, and says what in the tree differs from it", async () => {
  await project.write(inSlice("notes", { "web/src/new.ts": "export const isNew = true;\n" }));
  await using up = runUp(project.path);
  await up.line(READY);
  expect(steps(up.lines())).toEqual(["start", "serve"]);
  expect(up.lines()).toContain("The working tree differs from what is live: notes.");
  expect(up.lines()).toContain("Deploy it: npx sliceway deploy notes");
});

test("a registry that is killed and a gateway that is replaced cost nobody a request", {
  timeout: LONG_MS,
}, async () => {
  await using up = runUp(project.path);
  const origin = (await up.line(READY)).split("  ")[1]?.replace("localhost", "127.0.0.1") ?? "";
  const load = startLoad(origin, ["/notes", "/readyz"], 100);
  await expect.poll(() => load.answered, PATIENCE).toBeGreaterThan(100);

  // Whoever would start it again does nothing for a while.
  up.signal("SIGSTOP");
  await killRegistry(join(project.path, ".sliceway"));
  const refused = await sliceway(project.path, "deploy", "notes");
  expect([refused.code, ...refused.warned]).toEqual([
    1,
    expect.stringMatching(/^The registry at http:\S+ does not answer\. {2}REGISTRY_UNREACHABLE$/),
    expect.stringMatching(/^What is live goes on without it, but nothing can be changed until it is back\./),
  ]);
  const without = load.answered;
  await expect.poll(() => load.answered, PATIENCE).toBeGreaterThan(without + 100);
  up.signal("SIGCONT");
  await expect.poll(async () => (await sliceway(project.path, "history")).code, PATIENCE).toBe(0);

  const [old] = pidsOf("gateway");
  const upgraded = await sliceway(project.path, "upgrade", "gateway");
  expect([upgraded.code, ...upgraded.warned]).toEqual([0]);
  expect(upgraded.printed.at(-1)).toBe(
    `The gateway is process ${pidsOf("gateway")[0]}; nobody had to notice.`,
  );
  expect(pidsOf("gateway")).not.toContain(old);

  const before = load.answered;
  await expect.poll(() => load.answered, PATIENCE).toBeGreaterThan(before + 100);
  await load.stop();
  expect(load.failed).toEqual([]);
});

test("a canary goes on after its command, its gateway and its runtime were killed", {
  timeout: LONG_MS,
}, async () => {
  const home = join(project.path, ".sliceway");
  const readStatus = async (): Promise<Status | null> => {
    const { code, printed } = await sliceway(project.path, "status", "--json");
    return code === 0 ? JSON.parse(printed.join("\n")) : null;
  };
  const schema = NOTES["contract/schema.graphql"].replace(
    "notes: [String!]",
    "notes: [String!] more: String",
  );
  await project.write(inSlice("notes", { "contract/schema.graphql": schema }));
  let release = "";
  {
    await using up = runUp(project.path);
    await up.line(READY);
    await using deploying = runBin(
      project.path,
      "deploy",
      "notes",
      "--canary",
      "10,100",
      "--step-minutes",
      "0.2",
    );
    await expect.poll(async () => (await readStatus())?.canaries[0]?.percent, PATIENCE).toBe(10);
    release = (await readStatus())?.canaries[0]?.releases[0] ?? "";
    deploying.signal("SIGKILL");
    await killChild(home, "gateway");
    up.signal("SIGKILL");
    expect(await up.exitCode).toBe(null);
  }
  await using again = runUp(project.path);
  const origin = (await again.line(READY)).split("  ")[1]?.replace("localhost", "127.0.0.1") ?? "";
  expect((await readStatus())?.canaries[0]?.percent).toBe(10);
  // Each request is a visitor of its own, and it takes some to judge a canary by.
  const load = startLoad(origin, ["/notes"], 100);
  await expect.poll(async () => `notes@${(await readStatus())?.slices[0]?.release}`, PATIENCE).toBe(release);
  await load.stop();
  expect(load.failed).toEqual([]);
  await expect.poll(readStatus, PATIENCE).toMatchObject({
    canaries: [],
    deployments: [],
    lastDeployment: { state: "done" },
  });
});

test("a second one beside it is refused; a terminal that closes stops the first", async () => {
  await using up = runUp(project.path);
  await up.line(READY);
  await using second = runUp(project.path);
  expect(await second.exitCode).toBe(1);
  expect(second.warned()).toMatch(
    /^Sliceway already runs from \S+ \(process \d+, http:\S+\)\. {2}ALREADY_RUNNING\nUse that one/,
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
