import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { sliceManifestSchema } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generateDatabase } from "../src/database/generate-database.ts";
import { type ScratchPostgres, startScratchPostgres } from "../src/database/scratch-postgres.ts";
import { readUsedTables } from "../src/database/used-tables.ts";
import { findProject } from "../src/project/find-project.ts";
import { readManifest } from "../src/release/read-manifest.ts";
import { temporaryFolder } from "../src/testing/temporary-folder.ts";

let postgres: ScratchPostgres;
beforeAll(async () => {
  postgres = await startScratchPostgres();
});
afterAll(() => postgres[Symbol.asyncDispose]());

const { slices } = await findProject(resolve(import.meta.dirname, "../../../.."));
const withServer = [...slices].filter(([, dir]) => existsSync(join(dir, "server/migrations")));

test.each(withServer)("what %s has committed is what its migrations give", async (slice, dir) => {
  const { schema, tables } = await generateDatabase(
    await readManifest(dir),
    dir,
    await postgres.createDatabase(),
  );
  const hint = `run npx sliceway generate-db ${slice}`;
  expect(await readFile(join(dir, "server/schema.sql"), "utf8"), hint).toBe(schema);
  expect(await readFile(join(dir, "server/src/db/tables.ts"), "utf8"), hint).toBe(tables);
});

/** Generates for a slice with these migrations; the others files are given by their path in the slice. */
async function generate(files: Record<string, string>, unused: string[] = []) {
  const migrations = Object.entries(files).map(([name, text]) => [
    name.endsWith(".sql") ? `server/migrations/${name}` : name,
    text,
  ]);
  await using slice = await temporaryFolder(Object.fromEntries(migrations));
  const manifest = sliceManifestSchema.parse({
    name: "notes",
    owner: "team-notes",
    title: { en: "Notes" },
    database: { unused },
  });
  const made = await generateDatabase(manifest, slice.path, await postgres.createDatabase());
  await slice.write({ "server/schema.sql": made.schema });
  return { ...made, used: await readUsedTables(manifest, slice.path) };
}

const NOTE =
  "create table note (id uuid primary key, text text not null, mood text default 'fine' not null);";
const DROP = "alter table note drop column mood;";

test("all that a schema has is written down, and its tables can be read from that again", async () => {
  const { schema, tables, used } = await generate({
    "0001_all.sql": `create type mood as enum ('sad', 'happy');
      create domain handle as text check (value <> '');
      create type place as (street text, no int);
      create schema archive;
      create table note (id bigint generated always as identity primary key, mood mood, who handle,
        at timestamptz(3) default now(), small text generated always as ('x') stored, where_ place,
        unique (who, mood), check (id > 0));
      create table archive.note (id bigint references note on delete cascade) partition by range (id);
      create table archive.part partition of archive.note for values from (1) to (9);
      create index note_mood on note (mood) where mood is null;
      create view recent as select id, mood as feeling from note;
      create materialized view counted as select count(*) as total from note;
      create function tidy() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger tidies before insert on note for each row execute function tidy();`,
  });
  expect(used).toEqual({
    tables: {
      note: ["id", "mood", "who", "at", "small", "where_"],
      "archive.note": ["id"],
      recent: ["id", "feeling"],
      counted: ["total"],
    },
  });
  for (const text of [
    "create type mood as enum ('sad', 'happy');",
    "create domain handle as text CHECK ((VALUE <> ''::text));",
    "create type place as (street text, no integer);",
    "  id bigint generated always as identity,",
    "  at timestamp(3) with time zone default now(),",
    "  constraint note_who_mood_key UNIQUE (who, mood)",
    ") partition by RANGE (id);",
    "create table archive.part partition of archive.note FOR VALUES FROM ('1') TO ('9');",
    "CREATE INDEX note_mood ON public.note",
    "create view recent (id, feeling) as",
    "CREATE TRIGGER tidies BEFORE INSERT",
  ])
    expect(schema).toContain(text);
  expect(tables).toMatch(/export type Mood = "happy" \| "sad";[\s\S]*export interface Tables \{/);
  expect(schema + tables).not.toContain("outbox");
});

describe("an unused column", () => {
  test("is neither in the types nor among what a release uses", async () => {
    const { schema, tables, used } = await generate({ "0001_note.sql": NOTE }, ["note.mood"]);
    expect(schema).toContain("mood text default 'fine'::text not null");
    expect(tables).not.toContain("mood");
    expect(used).toEqual({ tables: { note: ["id", "text"] } });
  });

  test("may be a whole table", async () => {
    const more = "create table draft (id int not null);";
    const { tables, used } = await generate({ "0001_note.sql": NOTE, "0002_draft.sql": more }, ["draft"]);
    expect(tables).not.toMatch(/draft/i);
    expect(used?.tables).not.toHaveProperty("draft");
  });

  test("must exist, and must not be needed by every new row", async () => {
    const note = { "0001_note.sql": NOTE };
    await expect(generate(note, ["note.gone"])).rejects.toMatchObject({ code: "UNUSED_UNKNOWN" });
    await expect(generate(note, ["note.text"])).rejects.toMatchObject({
      code: "UNUSED_REQUIRED",
      fix: expect.stringContaining("ALTER TABLE note ALTER COLUMN text SET DEFAULT"),
    });
  });
});

describe("a deferred migration", () => {
  test("runs in its place by its number, so that what comes after may use the name again", async () => {
    const { tables } = await generate({
      "0001_note.sql": NOTE,
      "contract/0002_drop.sql": DROP,
      "0003_again.sql": "alter table note add column mood int;",
    });
    expect(tables).toContain("mood: number | null;");
  });

  test("must not drop what new rows need until it has run", async () => {
    const drop = { "contract/0002_drop.sql": "alter table note drop column text;" };
    await expect(generate({ "0001_note.sql": NOTE, ...drop })).rejects.toMatchObject({
      code: "CONTRACTION_REQUIRED",
      message: expect.stringContaining("server/migrations/contract/0002_drop.sql drops note.text"),
    });
  });
});

test("types that SQL cannot tell are given by the slice", async () => {
  const { tables } = await generate({
    "0001_note.sql": `${NOTE} alter table note add column at timestamptz;`,
    "server/kysely-codegen.json": JSON.stringify({
      customImports: { Mood: "../mood.ts" },
      overrides: { columns: { "note.mood": 'Mood["name"]' } },
    }),
  });
  expect(tables).toContain(
    'import type { ColumnType } from "kysely";\nimport type { Mood } from "../mood.ts";\n',
  );
  expect(tables).toContain('mood: Mood["name"];');
});
