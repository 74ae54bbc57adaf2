import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditEntry } from "@sliceway/protocol/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PreviewAccess } from "../src/deployment/tell-preview.ts";
import type { Status } from "../src/platform/status.ts";
import { run } from "../src/run.ts";
import { recordingIo } from "../src/testing/recording-io.ts";
import { killRegistry } from "./support/kill-registry.ts";
import { inSlice, NOTES } from "./support/notes.ts";
import { hasTerminal, runInTerminal } from "./support/run-in-terminal.ts";
import { type Site, startSite } from "./support/start-site.ts";

// Between tests the slice's files are those of NOTES, and what was deployed first is live: who changes that restores it.
let site: Site;
let first: Awaited<ReturnType<typeof deployFirst>>;
beforeAll(async () => {
  site = await startSite();
  first = await deployFirst();
});
afterAll(() => site[Symbol.asyncDispose]());

const RELEASE = /notes@[0-9a-f]{12}/;
const schema = (fields: string) => NOTES["contract/schema.graphql"].replace("notes: [String!]", fields);
const releaseOf = ({ printed }: { printed: string[] }) => RELEASE.exec(printed.join("\n"))?.[0];

/** The first deployment of all, and what status says before and after it. */
async function deployFirst() {
  const before = await site.sliceway("status");
  const deployed = await site.sliceway("deploy", "notes");
  const status = await readStatus();
  return { before, deployed, status, table: (await site.sliceway("status")).printed.slice(3) };
}

/** Writes files over those of the slice, until the scope ends. */
async function changeSlice(files: Record<string, string>): Promise<AsyncDisposable> {
  await site.project.write(inSlice("notes", files));
  const added = Object.keys(files).filter((path) => !(path in NOTES));
  return {
    [Symbol.asyncDispose]: async () => {
      for (const path of added) await site.project.remove(`slices/notes/${path}`);
      await site.project.write(inSlice("notes", NOTES));
    },
  };
}

async function readStatus(): Promise<Status> {
  const { printed } = await site.sliceway("status", "--json");
  return JSON.parse(printed.join("\n"));
}

const PATIENCE = { timeout: 20_000, interval: 50 };

/** A screen of its own without a cursor, and back. */
const [TAKEN, GIVEN_BACK] = ["\u001b[?1049h\u001b[?25l", "\u001b[?25h\u001b[?1049l"];

/** `status --watch` as another program reads it. */
function watchStatus() {
  const stop = new AbortController();
  const io = recordingIo({ cwd: site.project.path, signal: stop.signal });
  const exitCode = run(["status", "--watch"], io);
  return {
    expectLine: (pattern: RegExp) =>
      expect.poll(() => io.printed.some((line) => pattern.test(line)), PATIENCE).toBe(true),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      expect(await exitCode).toBe(0);
    },
  };
}

test("before the first deployment nothing is live", () => {
  expect(first.before.printed[0]).toMatch(/^Nothing is live yet at http/);
});

test("deploy follows every step and says what is live", () => {
  const { code, printed, warned } = first.deployed;
  expect(warned).toEqual([]);
  expect(code).toBe(0);
  const steps = printed.slice(0, printed.indexOf("")).map((line) => line.split(/\s+/)[1]);
  expect(steps).toEqual(["build", "publish", "check", "migrate", "start", "ready", "warm", "shift", "drain"]);
  expect(printed.join("\n")).toMatch(/live {2}v-[0-9a-f]{12} {2}revision 1\n {6}notes@/);
});

test("deploying the same again has nothing to do", async () => {
  const { code, printed } = await site.sliceway("deploy", "notes");
  expect([code, printed.at(-1)]).toEqual([
    0,
    expect.stringMatching(/^Nothing to deploy: notes@\w+ is live\.$/),
  ]);
});

test("status shows releases, servers and why they run", () => {
  const { live, revision, slices } = first.status;
  expect([live, revision]).toEqual([expect.stringMatching(/^v-/), 1]);
  expect(slices).toMatchObject([
    { slice: "notes", instances: [{ state: "ready" }], others: [], rollback: null },
  ]);
  expect(first.table[0]).toMatch(/^slice\s+release\s+age\s+by\s+server\s+pid\s+memory\s+why$/);
  expect(first.table[1]).toMatch(/^notes {2}[0-9a-f]{12} {2}ready {2}\d+ s +\S+ +127\S+ +\d+ +\d+ MB +live$/);
});

test("what is live can be looked at in a preview as well", async () => {
  const { code, printed } = await site.sliceway("deploy", "notes", "--preview", "same");
  expect([code, printed.at(-1)]).toEqual([0, "end   sliceway preview same --end"]);
  expect((await site.sliceway("preview", "same", "--end")).code).toBe(0);
});

test("a new release takes over and says how to go back; going back says how long it took; by its name it goes live without a build", async () => {
  const before = (await readStatus()).slices[0]?.release;
  await using restoring = new AsyncDisposableStack();
  restoring.defer(async () => void (await site.sliceway("rollback", "notes")));
  await using watching = watchStatus();
  await using _ = await changeSlice({ "contract/schema.graphql": schema("notes: [String!] more: String") });
  const deployed = await site.sliceway("deploy", "notes");
  expect(deployed.printed).toContain("back  sliceway rollback notes");
  expect(deployed.printed.join("\n")).toContain(`was notes@${before}`);

  const { code, printed } = await site.sliceway("rollback", "notes");
  expect(code).toBe(0);
  expect(printed[0]).toMatch(/^✔ rollback {2}notes {2}\d+ ms$/);
  const { revision, slices } = await readStatus();
  expect(slices[0]?.release).toBe(before);
  await watching.expectLine(new RegExp(`^live .* revision ${revision} .*\\(rollback of notes\\)`));
  await watching.expectLine(/^deploy {3}notes@/);
  await watching.expectLine(/[✔●] check \d+/);
  await watching.expectLine(/^notes .* live, back until \d\d:\d\d$/);

  const other = slices[0]?.others.find(
    ({ release }) => release === releaseOf(deployed)?.split("@")[1],
  )?.release;
  const named = await site.sliceway("deploy", `notes@${other}`);
  expect([named.code, named.printed[0]?.split(/\s+/)[1]]).toEqual([0, "check"]);
  expect((await readStatus()).slices[0]?.release).toBe(other);
});

test("a watch in a terminal outlives the registry, and leaves the terminal as it was", async (task) => {
  if (!hasTerminal()) return task.skip();
  await using terminal = runInTerminal(site.project.path, 60, "status", "--watch");
  const shows = (pattern: RegExp) => expect.poll(() => terminal.frames().at(-1), PATIENCE).toMatch(pattern);
  await shows(/^live {2}v-\w+/);
  expect(terminal.raw().startsWith(TAKEN)).toBe(true);

  await killRegistry(site.home);
  await shows(
    /^No word from the registry since [\d:]+; waiting for it\.\s+This is what was known then:\s+live {2}v-/,
  );
  await shows(/^live {2}v-\w+/);
  const lines = terminal.frames().flatMap((frame) => frame.split("\r\n"));
  expect(lines.filter((line) => line.length > 60)).toEqual([]);

  terminal.interrupt();
  expect(await terminal.exitCode).toBe(0);
  expect(terminal.raw().split(GIVEN_BACK)[1]).toMatch(/^live {2}v-\w+/);
});

test("a canary stays at its share until it is promoted, and a rollback ends one; history says so", async () => {
  const before = (await readStatus()).slices[0]?.release;
  await using _ = await changeSlice({ "contract/schema.graphql": schema("notes: [String!] canary: String") });
  const held = await site.sliceway("deploy", "notes", "--canary", "10");
  expect([held.code, held.printed.at(-2)]).toEqual([0, "on    sliceway promote notes"]);
  expect(held.printed.at(-3)).toMatch(/^canary notes@\w+ {2}10% of the visitors/);
  expect((await readStatus()).slices[0]?.release).toBe(before);

  const ended = await site.sliceway("rollback", "notes");
  expect(ended.printed.join("\n")).toMatch(/The canary of notes@\w+ is over/);
  expect((await readStatus()).slices[0]?.release).toBe(before);
  expect((await site.sliceway("promote", "notes", "--to", "100")).warned[0]).toMatch(
    /^notes has no canary that visitors have\. notes@\w+: .*rolled back/,
  );
  const none = await site.sliceway("rollback", "notes", "--canary");
  expect([none.code, none.printed]).toEqual([
    0,
    expect.arrayContaining([expect.stringMatching(/no canary/)]),
  ]);
  expect((await readStatus()).slices[0]?.release).toBe(before);

  await site.sliceway("deploy", "notes", "--canary", "10");
  const promoted = await site.sliceway("promote", "notes", "--to", "100");
  expect([promoted.code, promoted.printed[0]]).toEqual([0, expect.stringMatching(/^✔ shift +revision/)]);
  expect((await readStatus()).slices[0]?.release).toBe(releaseOf(held)?.split("@")[1]);
  const again = await site.sliceway("promote", "notes", "--to", "100");
  expect([again.code, again.printed[0]]).toEqual([0, `${releaseOf(held)} has all visitors already`]);
  await site.sliceway("rollback", "notes");
  expect((await site.sliceway("promote", "notes", "--to", "100")).warned[0]).toMatch(/has no canary/);
  await expectHistoryOfCanary();
});

/** Who did what with one canary that was rolled back and one that was promoted, and how it ended. */
async function expectHistoryOfCanary() {
  const entries: AuditEntry[] = JSON.parse((await site.sliceway("history", "--json")).printed.join("\n"));
  const rollback = entries.find(({ cause }) => cause === "rollback of notes");
  expect(rollback).toMatchObject({ who: "administrator", what: "live", outcome: null });
  const canaries = entries.filter(({ what, cause }) => what === "deploy" && cause?.startsWith("as a canary"));
  expect(canaries.map(({ outcome }) => outcome)).toEqual([
    "done",
    "The canary was ended: rolled back by administrator.",
  ]);
  expect((await site.sliceway("history")).printed[0]).toMatch(/^when +who +what +from +to +why +outcome$/);
}

test("a preview opens with a link, is seen with it alone, and ends", async () => {
  await using _ = await changeSlice({
    "contract/schema.graphql": schema("notes: [String!] preview: String"),
    "server/migrations/0002_shown.sql": "alter table note add column shown boolean;\n",
  });
  const opened = await site.sliceway("deploy", "notes", "--preview", "pr-42");
  expect([opened.code, opened.printed.at(-1)]).toEqual([0, "end   sliceway preview pr-42 --end"]);
  const live = (await readStatus()).live;
  const access: PreviewAccess = JSON.parse(
    (await site.sliceway("preview", "pr-42", "--json")).printed.join("\n"),
  );
  const vectorOf = async (headers: Record<string, string>) =>
    (await fetch(site.gatewayUrl, { headers: { accept: "text/html", ...headers } })).headers.get(
      "x-sliceway-vector",
    );
  expect(await vectorOf({})).toBe(live);
  const shown = await vectorOf({ [access.header]: access.token });
  expect([shown, shown === live]).toEqual([expect.stringMatching(/^v-/), false]);

  const runtimeLog = await readFile(join(site.home, "logs/runtime.log"), "utf8");
  expect(runtimeLog).toContain("ready on a database of its own");

  expect((await site.sliceway("preview", "pr-42", "--end")).code).toBe(0);
  expect((await site.sliceway("preview", "pr-42")).warned[0]).toMatch(/no preview pr-42/);
});

test("a migration that fails is told with its reason; what was live stays live", async () => {
  const { live } = await readStatus();
  await using _ = await changeSlice({
    "server/migrations/0002_wrong.sql": "alter table nowhere add a int;\n",
  });
  const { code, printed, warned } = await site.sliceway("deploy", "notes");
  expect(code).toBe(1);
  expect(printed.at(-1)).toMatch(/^✘ migrate/);
  expect(warned[0]).toMatch(RELEASE);
  expect(warned.join("\n")).toMatch(
    /"nowhere" does not exist[\s\S]*did not go live; what was live stays live/,
  );
  expect((await readStatus()).live).toBe(live);
});

test("a server that ends is told with its last words", async () => {
  await using _ = await changeSlice({ "server/src/main.ts": 'throw new Error("cannot begin");\n' });
  const { code, warned } = await site.sliceway("deploy", "notes");
  expect([code, warned.join("\n")]).toEqual([1, expect.stringContaining("cannot begin")]);
});

test("a schema that does not compose is refused before anything is sent", async () => {
  await using _ = await changeSlice({
    "contract/schema.graphql": schema("notes: Missing"),
    "web/src/pages/NotesPage.graphql": "query NotesPage { __typename }\n",
  });
  const { code, warned } = await site.sliceway("deploy", "notes");
  expect([code, warned.join("\n")]).toEqual([1, expect.stringContaining("Missing")]);
});

test.each([
  {
    what: "a migration that is not SQL",
    file: "server/migrations/0002_more.sql",
    sql: "select 1;\n\nalter tabel note;\n",
    place: "slices/notes/server/migrations/0002_more.sql:3  MIGRATION_UNREADABLE",
    message: 'PostgreSQL cannot read this: syntax error at or near "tabel".',
    fix: "Correct the statement.",
  },
  {
    what: "a deferred migration that brings something",
    file: "server/migrations/contract/0002_more.sql",
    sql: "alter table note add column text text;\n",
    place: "slices/notes/server/migrations/contract/0002_more.sql:1  CONTRACTION_ADDS",
    message: "A deferred migration adds the column note.text",
    fix: "Put what adds something into an ordinary migration, in server/migrations/.",
  },
])("check refuses $what, with its place in the tree", async ({ file, sql, place, message, fix }) => {
  await using _ = await changeSlice({ [file]: sql });
  const { code, printed, warned } = await site.sliceway("check", "notes");
  expect(code).toBe(1);
  const text = printed.join("\n");
  expect(text).toContain(`${releaseOf({ printed })}  ${place}\n  ${message}`);
  expect(text).toContain(`-> ${fix}`);
  expect(warned[0]).toMatch(
    /^A deployment of notes@\w+ would be refused\. Nothing was changed\. {2}CHECK_FAILED$/,
  );
});

test("a link to a slice that nobody has is built, deployed and checked with a warning", async () => {
  await using _ = await changeSlice({
    "web/src/pages/NotesPage.tsx": NOTES["web/src/pages/NotesPage.tsx"]
      .replace("{ usePageQuery }", "{ PageLink, usePageQuery }")
      .replace("</p>", ' <PageLink to="logn.logIn">in</PageLink></p>'),
  });
  const warning = [
    expect.stringMatching(
      /^notes@\w+ {2}slices\/notes\/web\/src\/pages\/NotesPage\.tsx:6 {2}LINK_SLICE_UNKNOWN$/,
    ),
    expect.stringContaining('no slice of this project is called "logn"'),
    expect.stringMatching(/^ {2}-> Name one of notes\./),
  ];
  const told = ["", "Look at this; it refuses nothing:", "", ...warning];
  const built = await site.sliceway("build", "notes");
  expect([built.code, built.warned]).toEqual([0, told]);
  const checked = await site.sliceway("check", "notes");
  expect([checked.code, checked.printed]).toEqual([0, expect.arrayContaining(warning)]);
  const { printed } = await site.sliceway("check", "notes", "--json");
  expect(JSON.parse(printed.join("\n")).warnings).toMatchObject([{ code: "LINK_SLICE_UNKNOWN", line: 6 }]);
  const shown = await site.sliceway("deploy", "notes", "--preview", "astray");
  expect([shown.code, shown.warned]).toEqual([0, told]);
  await site.sliceway("preview", "astray", "--end");
});

test("build says where the release lies", async () => {
  const built = await site.sliceway("build", "notes");
  expect(built.code).toBe(0);
  expect(built.printed[1]).toBe(`  .sliceway/builds/notes/${releaseOf(built)?.split("@")[1]}`);
});

test("logs shows a slice's lines readably, with the release that wrote them", async () => {
  const { code, printed } = await site.sliceway("logs", "notes", "-n", "1000");
  expect(code).toBe(0);
  expect(printed.join("\n")).toMatch(/^\d\d:\d\d:\d\d notes@[0-9a-f]{6} /m);
});

test.each([
  [["deploy", "nots"], 'There is no slice called "nots".', "Name one of: notes."],
  [["rollback", "nots"], 'There is no slice called "nots".', "Name one of: notes."],
  [["logs", "nots"], 'There is no slice called "nots".', "Name one of: gateway, notes, "],
  [["reset", "--yes"], "A platform runs from", "End it with Ctrl-C"],
])("%j is refused: %s", async (argv, message, fix) => {
  const { code, warned } = await site.sliceway(...argv);
  expect(code).toBe(1);
  expect(warned).toEqual([expect.stringContaining(message), expect.stringContaining(fix)]);
});
