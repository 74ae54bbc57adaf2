import { releaseSchema } from "@sliceway/protocol";
import type { CheckReport } from "@sliceway/protocol/client";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inSlice, NOTES } from "./support/notes.ts";
import { type Site, startSite } from "./support/start-site.ts";

// Most of these build, some more than once.
vi.setConfig({ testTimeout: 180_000 });

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const PATIENCE = { timeout: 30_000, interval: 100 };
const write = (files: Record<string, string>) => site.project.write(inSlice("notes", files));
const releaseOf = ({ printed }: { printed: string[] }) =>
  /notes@[0-9a-f]{12}/.exec(printed.join("\n"))?.[0] ?? "";
const readPage = async () => (await fetch(`${site.gatewayUrl}/notes`)).text();

/** A server whose page shows what this expression of the request's database gives. */
function server(expression: string): Record<string, string> {
  return {
    "server/src/main.ts": `
import { runSlice } from "@sliceway/subgraph-kit";
import { sql } from "kysely";
async function list(db, query) { return (await query.execute(db)).rows.map((row) => Object.values(row).join(" ")); }
const resolvers = { Query: { notes: (_parent, _args, { db }) => ${expression} } };
await runSlice({ resolvers, createContext: (request) => request });
`,
  };
}

const READ = "list(db, sql`select text from note order by text`)";
const WRITE =
  "list(db, sql`insert into note (text, mood) values ('written by two', 'calm') returning text, mood`)";
const COLUMNS = "list(db, sql`select column_name from information_schema.columns where table_name = 'note'`)";
const FIRST = {
  "server/migrations/0001_notes.sql":
    "create table note (text text not null);\ninsert into note values ('written by one');\n",
};
const DROP = "-- nobody needs it\nalter table note drop column mood;\n";
test("the database of a slice, from its first migration to one that was put off", async () => {
  await generatesFromMigrations();
  await saysWhenTheyAreOld();
  const second = await readsAfterRollback();
  await refusesWhatBreaks();
  await saysWhatIsPutOff(second);
  await runsWhatWasPutOff(second);
}, 600_000);

test("a release says which columns its server may use", async () => {
  await write({
    ...FIRST,
    ...server(READ),
    "slice.json": NOTES["slice.json"].replace('"web"', '"database":{"unused":["note.gone"]},"web"'),
  });
  expect((await site.sliceway("generate-db", "notes")).warned[0]).toContain("calls note.gone unused");
  await write({ "slice.json": NOTES["slice.json"] });
  const built = releaseOf(await site.sliceway("build", "notes")).split("@")[1];
  const text = await site.project.read(`.sliceway/builds/notes/${built}/release.json`);
  expect(releaseSchema.parse(JSON.parse(text)).database).toEqual({ tables: { note: ["text"] } });
});

/** Generate-db writes schema and types from the migrations. */
async function generatesFromMigrations(): Promise<void> {
  await write({ ...FIRST, ...server(READ) });
  const { code, printed } = await site.sliceway("generate-db", "notes");
  expect([code, printed[0]]).toEqual([0, expect.stringMatching(/notes: .*schema\.sql, .*tables\.ts/)]);
  expect((await site.sliceway("generate-db")).printed[0]).toContain("notes: unchanged");
  expect((await site.sliceway("deploy", "notes")).code).toBe(0);
  expect(await readPage()).toContain("written by one");
}

/** A build says when they are old. */
async function saysWhenTheyAreOld(): Promise<void> {
  await write({
    "server/migrations/0002_mood.sql": "alter table note add column mood text;\n",
    ...server(WRITE),
  });
  const { code, warned } = await site.sliceway("build", "notes");
  expect([code, warned.at(-1)]).toEqual([1, expect.stringContaining("npx sliceway generate-db notes")]);
}

/** After a rollback the old code reads what the new code wrote. Resolves to the newer release. */
async function readsAfterRollback(): Promise<string> {
  await site.sliceway("generate-db", "notes");
  const deployed = await site.sliceway("deploy", "notes");
  expect(deployed.code).toBe(0);
  expect(await readPage()).toContain("written by two calm");
  expect((await site.sliceway("rollback", "notes")).code).toBe(0);
  await expect.poll(readPage, PATIENCE).toMatch(/"written by one","written by two"/);
  return releaseOf(deployed);
}

/** Check refuses what a deployment would, with the place in the tree, and sends no file. */
async function refusesWhatBreaks(): Promise<void> {
  await write({ "server/migrations/0003_drop.sql": DROP, ...server(COLUMNS) });
  await site.sliceway("generate-db", "notes");
  const { code, printed, warned } = await site.sliceway("check", "notes");
  expect(code).toBe(1);
  expect(printed.join("\n")).toContain(
    `${releaseOf({ printed })}  slices/notes/server/migrations/0003_drop.sql:2`,
  );
  expect(printed.join("\n")).toMatch(
    /drops the column note\.mood, which running releases use: notes@[\s\S]*-> Move the statement to/,
  );
  expect(warned).toEqual([
    expect.stringMatching(
      /^A deployment of notes@\w+ would be refused\. Nothing was changed\. {2}CHECK_FAILED$/,
    ),
    "Correct the problem named above and check again.",
  ]);
  const report: CheckReport = JSON.parse(
    (await site.sliceway("check", "notes", "--json")).printed.join("\n"),
  );
  expect(report).toMatchObject({
    ok: false,
    vector: null,
    problems: [{ code: "MIGRATION_BREAKS", line: 2 }],
  });
  await site.project.remove("slices/notes/server/migrations/0003_drop.sql");
}

/** Check says what a deployment would do, and what it would put off. */
async function saysWhatIsPutOff(second: string): Promise<void> {
  await write({ "server/migrations/contract/0003_drop.sql": DROP });
  await site.sliceway("generate-db", "notes");
  const { code, printed, warned } = await site.sliceway("check", "notes");
  expect([code, warned]).toEqual([0, []]);
  const text = printed.join("\n");
  expect(text).toMatch(/Everything fits\. A deployment would\n {2}swap {5}notes@\w+ for notes@\w+/);
  expect(text).toContain(`later    notes: contract/0003_drop.sql, when these have retired: ${second} (`);
  expect(text).toContain("keep     the way back of notes");
}

/** A deferred migration runs by itself when the releases that need the old shape have gone. */
async function runsWhatWasPutOff(second: string): Promise<void> {
  expect((await site.sliceway("deploy", "notes")).code).toBe(0);
  expect(await readPage()).toMatch(/"text".*"mood"|"mood".*"text"/);
  expect((await site.sliceway("revoke", second)).code).toBe(0);
  await expect.poll(readPage, PATIENCE).not.toContain('"mood"');
  const { printed } = await site.sliceway("check", "notes");
  expect(printed.join("\n")).toContain("Nothing would change");
}
