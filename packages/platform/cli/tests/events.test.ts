import { findPlatform, homePaths, readSecrets, sliceDatabaseUrl } from "@sliceway/runtime";
import { createLogger, openDatabase } from "@sliceway/service-kit";
import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inSlice } from "./support/notes.ts";
import { type Site, startSite } from "./support/start-site.ts";

/** Writes down what it heard; refuses what is in the table of illnesses. */
const SERVER = `
import { runSlice } from "@sliceway/subgraph-kit";
import { sql } from "kysely";
const resolvers = { Query: { notes: () => ["one"] } };
async function whenNoted(tx, { subject }) {
  const { rows } = await sql\`select from illness where subject = \${subject}\`.execute(tx);
  if (rows.length > 0) throw new TypeError("cannot take\\n" + subject);
  await sql\`insert into heard (subject) values (\${subject})\`.execute(tx);
}
const reactions = { "notes.Noted.v1": whenNoted };
await runSlice({ resolvers, reactions, createContext: (request) => request });
`;
const TABLES = `
create table note (id uuid primary key);
create table illness (subject text primary key);
create table heard (subject text not null);
`;

let site: Site;
let db: Kysely<unknown>;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  site = stack.use(await startSite());
  await site.project.write(
    inSlice("notes", { "server/src/main.ts": SERVER, "server/migrations/0001_notes.sql": TABLES }),
  );
});
afterAll(() => stack.disposeAsync());

/** As its server sees it. */
async function openNotes(): Promise<Kysely<unknown>> {
  const platform = await findPlatform(site.home);
  const secrets = await readSecrets(homePaths(site.home));
  const url = sliceDatabaseUrl(platform?.databaseServer ?? "", "notes", secrets);
  const log = createLogger({ name: "test", level: "silent" });
  return stack.use(openDatabase<unknown>({ url, name: "test" }, log)).db;
}

describe("before the first deployment", () => {
  test("status says so", async () => {
    const { code, printed } = await site.sliceway("events", "status");
    expect([code, printed[0]]).toEqual([0, "No slice with a server is live yet."]);
  });

  test("there are no dead letters", async () => {
    const { code, printed } = await site.sliceway("events", "dead");
    expect([code, printed]).toEqual([0, ["No dead letters: every event had its effect, or is being tried."]]);
  });

  test("a slice is not known", async () => {
    const { code, warned } = await site.sliceway("events", "dead", "notes");
    expect([code, warned[0]]).toEqual([1, 'There is no slice called "notes".  SLICE_UNKNOWN']);
  });
});

describe("a live slice", () => {
  const [first, second, behind] = [
    "aaaaaaaa-0000-4000-8000-000000000001",
    "aaaaaaab-0000-4000-8000-000000000002",
    "bbbbbbbb-0000-4000-8000-000000000003",
  ] as const;

  beforeAll(async () => {
    const { code, warned } = await site.sliceway("deploy", "notes");
    expect([code, warned]).toEqual([0, []]);
    db = await openNotes();
  });

  /** Two dead letters, and an event behind the first; what they died of lasts. */
  beforeEach(async () => {
    for (const table of ["sliceway.parked", "sliceway.inbox", "illness", "heard"])
      await sql`delete from ${sql.table(table)}`.execute(db);
    await sql`insert into illness values ('s1'), ('s2')`.execute(db);
    await park(first, "s1", 12);
    await park(second, "s2", 12);
    await park(behind, "s1", 0);
  });

  async function park(id: string, subject: string, attempts: number): Promise<void> {
    const [source, type] = ["notes", "notes.Noted.v1"];
    const event = { specversion: "1.0", id, source, type, subject, time: new Date(), data: { secret: "x" } };
    await sql`
      insert into sliceway.parked
        (consumer, event_id, source, subject, event, attempts, retry_at, reason, first_failed_at, failed_at, dead_at)
      select 'notes', ${id}::uuid, ${source}, ${subject}, ${JSON.stringify(event)}::jsonb, ${attempts}::int, retry_at,
        reason, first_failed_at, first_failed_at, first_failed_at
      from (values (12, 'infinity'::timestamptz, 'Error: no', now() - interval '3 hours'), (0, now(), null, null))
        as kind (attempts, retry_at, reason, first_failed_at)
      where kind.attempts = ${attempts}::int
    `.execute(db);
  }

  const cure = (subject: string) => sql`delete from illness where subject = ${subject}`.execute(db);

  async function listHeard(): Promise<string[]> {
    const { rows } = await sql<{ subject: string }>`select subject from heard order by subject`.execute(db);
    return rows.map(({ subject }) => subject);
  }

  test("shows its dead letters, and what can be done about them", async () => {
    const { code, printed } = await site.sliceway("events", "dead");
    expect([code, printed.slice(0, 4)]).toEqual([
      0,
      [
        "slice  id        type            aggregate  age  attempts  behind  reason",
        "notes  aaaaaaaa  notes.Noted.v1  s1         3 h  12        1       Error: no",
        "notes  aaaaaaab  notes.Noted.v1  s2         3 h  12        0       Error: no",
        "",
      ],
    ]);
    const inNotes = await site.sliceway("events", "dead", "notes");
    expect(inNotes.printed.join("\n")).toContain("sliceway events replay notes <id>");
    const { printed: json } = await site.sliceway("events", "dead", "notes", "--json");
    expect(JSON.parse(json.join("\n"))).toMatchObject([
      { slice: "notes", id: first, subject: "s1", attempts: 12, waiting: 1, reason: "Error: no" },
      { slice: "notes", id: second, waiting: 0 },
    ]);
    expect(json.join("\n")).not.toContain("secret");
  });

  test("is pointed out by status, by the count of its dead letters", async () => {
    const { printed } = await site.sliceway("status");
    expect(printed).toContainEqual(
      expect.stringMatching(/^dead +2 dead letters in notes +sliceway events dead notes$/),
    );
    const { printed: json } = await site.sliceway("status", "--json");
    expect(JSON.parse(json.join("\n"))).toMatchObject({ deadLetters: { notes: 2 } });
  });

  test("shows what waits, and how far it is behind", async () => {
    // The live server counts its lag anew now and then.
    const printStatus = async () => {
      const { code, printed } = await site.sliceway("events", "status");
      return [code, printed];
    };
    await expect
      .poll(printStatus, { timeout: 10_000 })
      .toEqual([
        0,
        [
          "slice  outbox  oldest  parked  dead",
          "notes  0       -       3       2     sliceway events dead notes",
          "",
          "slice  listens to  behind  oldest",
          "notes  notes       0       -",
        ],
      ]);
    const { printed: json } = await site.sliceway("events", "status", "--json");
    expect(JSON.parse(json.join("\n"))).toEqual({
      slices: [
        {
          slice: "notes",
          outbox: { pending: 0, oldestAgeSeconds: 0 },
          parked: { parked: 3, dead: 2 },
          sources: [{ source: "notes", events: 0, oldestAgeSeconds: 0 }],
          problem: null,
        },
      ],
    });
  });

  test("tries one again, and what waits behind it after that", async () => {
    await cure("s1");
    const { code, printed, warned } = await site.sliceway("events", "replay", "notes", "aaaaaaaa");
    expect([code, printed, warned]).toEqual([0, ["✔ aaaaaaaa  replayed, had its effect"], []]);
    await expect.poll(listHeard, { timeout: 10_000 }).toEqual(["s1", "s1"]);
  });

  test("says of each what became of it; one that fails again makes it fail", async () => {
    await cure("s1");
    const { code, printed, warned } = await site.sliceway("events", "replay", "notes", "--all");
    expect(code).toBe(1);
    expect(printed).toEqual([
      "✔ aaaaaaaa  replayed, had its effect",
      "✘ aaaaaaab  failed again: TypeError: cannot take s2",
    ]);
    expect(warned).toEqual([
      expect.stringContaining("1 of 2 did not have its effect."),
      expect.stringContaining("Mend notes"),
    ]);
    // It is tried on; no other test should meet it.
    await cure("s2");
    await expect.poll(listHeard, { timeout: 10_000 }).toEqual(["s1", "s1", "s2"]);
  });

  test("tries those of a type", async () => {
    const none = await site.sliceway("events", "replay", "notes", "--type", "notes.Other.v1");
    expect([none.code, none.printed]).toEqual([0, ["Nothing to replay: notes has no such dead letters."]]);
    await cure("s1");
    await cure("s2");
    const { code, printed } = await site.sliceway("events", "replay", "notes", "--type", "notes.Noted.v1");
    expect([code, printed.length]).toEqual([0, 2]);
    await expect.poll(listHeard, { timeout: 10_000 }).toEqual(["s1", "s1", "s2"]);
  });

  test("gives one up, and goes on with what waited behind it", async () => {
    await cure("s1");
    const { code, printed } = await site.sliceway(
      "events",
      "discard",
      "notes",
      "AAAAAAAA",
      "--reason",
      "old",
    );
    expect([code, printed]).toEqual([
      0,
      [
        "Discarded aaaaaaaa: notes.Noted.v1 of s1 will have no effect in notes.",
        "What waited behind it goes on: 1.",
      ],
    ]);
    await expect.poll(listHeard, { timeout: 10_000 }).toEqual(["s1"]);
    const { rows } = await sql`
      select discarded_reason as reason from sliceway.inbox where event_id = ${first}::uuid
    `.execute(db);
    expect(rows).toEqual([{ reason: "old" }]);
  });

  test.each([
    [["replay", "notes"], "It is not clear which dead letters to replay.", "--all"],
    [["replay", "notes", "aaaaaaaa", "--all"], "It is not clear which dead letters to replay.", "--all"],
    [["replay", "notes", "cc"], "notes has no dead letter cc.", "sliceway events dead notes"],
    [["replay", "notes", "aaaa"], "2 dead letters of notes begin with aaaa.", first],
    [["discard", "notes", "bbbbbbbb", "--reason", "x"], "notes has no dead letter bbbbbbbb.", "events dead"],
    [["dead", "nots"], 'There is no slice called "nots".', "Name one of: notes."],
  ])("%j is refused: %s", async (argv, message, fix) => {
    const { code, warned } = await site.sliceway("events", ...argv);
    expect([code, warned]).toEqual([1, [expect.stringContaining(message), expect.stringContaining(fix)]]);
  });

  test("is not given up without a reason", async () => {
    const { code, warned } = await site.sliceway("events", "discard", "notes", "aaaaaaaa");
    expect([code, warned.join(" ")]).toEqual([1, expect.stringContaining("--reason")]);
  });
});
