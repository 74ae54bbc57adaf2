import { describe, expect, it } from "vitest";
import { analyzeMigration, classifyEffects } from "./analyze-migration.ts";
import { SqlUnreadable } from "./sql/parse-statements.ts";

/** `takes post.text`, `narrows post`, `hides ?`; what is merely added is left out. */
function judge(sql: string): string[] {
  return analyzeMigration(sql)
    .filter(({ kind }) => kind !== "adds")
    .map(({ kind, table, columns }) => `${kind} ${[table ?? "?", ...columns].join(".")}`);
}

const kindOf = (sql: string) => classifyEffects(analyzeMigration(sql));

describe("nobody who runs minds", () => {
  it.each([
    "create table post (id uuid primary key, text text not null unique, constraint c check (text <> ''))",
    "create table post_like (post_id uuid references post on delete cascade)",
    "create table copy as select * from post",
    "create view recent (id) as select id from post",
    "create type mood as enum ('happy', 'sad')",
    "create domain handle as text check (value <> '')",
    "create index concurrently if not exists post_by_author on post (author_id)",
    "alter table post add column mood text",
    "alter table post add column mood text not null default 'fine' check (mood <> '')",
    "alter table post add column at timestamptz not null default now()",
    "alter table post add column at timestamptz not null default current_timestamp",
    "alter table post add column total int generated always as (1 + 1) virtual",
    "alter table post add column note_id uuid references note on delete set null",
    "alter table post alter column mood set default 'fine'",
    "alter table post validate constraint post_mood_check",
    "insert into mood (name) select distinct mood from post",
    "update post set mood = 'fine' where mood is null",
    "comment on column post.mood is 'how it felt'",
    "grant select on post to reader",
    "select 1",
    "set local lock_timeout = '1s'",
    "alter table post add column a int; comment on column post.a is 'drop table post'",
  ])("%s", (sql) => {
    expect(judge(sql)).toEqual([]);
    expect(kindOf(sql)).toBe("expand");
  });
});

describe("code that uses it fails", () => {
  it.each([
    ["drop table post", ["takes post"]],
    ["drop table if exists post, archive.comment", ["takes post", "takes archive.comment"]],
    ["drop table public.post", ["takes post"]],
    ["drop table post cascade", ["takes ?"]],
    ["drop view recent", ["takes recent"]],
    ["drop type mood", ["takes ?"]],
    ["drop function f(int)", ["takes ?"]],
    ["drop schema archive", ["takes ?"]],
    ["drop owned by reader", ["takes ?"]],
    ["truncate post, comment", ["takes post", "takes comment"]],
    ["alter table post drop column if exists text, drop column mood", ["takes post.text", "takes post.mood"]],
    ["alter table archive.post drop column text", ["takes archive.post.text"]],
    ["alter table post alter column text type varchar(20)", ["takes post.text"]],
    ["alter table post rename to note", ["takes post"]],
    ["alter table post rename column text to body", ["takes post.text"]],
    ["alter view recent rename to latest", ["takes recent"]],
    ["alter type mood rename to feeling", ["takes ?"]],
    ["alter type mood rename value 'sad' to 'blue'", ["takes ?"]],
    ["alter type address drop attribute street", ["takes ?"]],
    ["alter table post set schema archive", ["takes post"]],
    ["do $$ begin execute 'drop table post'; end $$", ["takes ?"]],
    ["do $$ begin alter table post rename to note; end $$", ["takes ?"]],
  ])("%s", (sql, judged) => {
    expect(judge(sql)).toEqual(judged);
    expect(kindOf(sql)).toBe("contract");
  });
});

describe("the database refuses what could be written before", () => {
  it.each([
    ["alter table post add column mood text not null", ["narrows post"]],
    ["alter table post add column mood text not null default null", ["narrows post"]],
    ["alter table post alter column mood set not null", ["narrows post.mood", "locks post"]],
    ["alter table post alter column mood drop default", ["narrows post.mood"]],
    ["alter table post alter column id drop identity", ["narrows post.id"]],
    ["alter table post add constraint c check (length(text) < 9) not valid", ["narrows post.text"]],
    ["alter table post add check (a < b)", ["narrows post.a.b", "locks post"]],
    [
      "alter table post add foreign key (author_id) references person on delete cascade not valid",
      ["narrows post.author_id"],
    ],
    ["alter table post add unique (author_id, text)", ["narrows post.author_id.text", "locks post"]],
    ["alter table post add constraint once unique using index post_once", ["narrows post"]],
    [
      "create unique index concurrently once on post (lower(text), author_id)",
      ["narrows post.author_id.text"],
    ],
    ["create unique index once on post (text)", ["narrows post.text", "locks post"]],
    ["alter domain handle add constraint c check (value <> '')", ["narrows ?"]],
    ["alter domain handle set not null", ["narrows ?"]],
  ])("%s", (sql, judged) => {
    expect(judge(sql)).toEqual(judged);
    expect(kindOf(sql)).toBe("contract");
  });
});

describe("writers wait", () => {
  it.each([
    ["create index post_by_author on post (author_id)", ["locks post"]],
    ["alter table post add column id uuid default gen_random_uuid()", ["locks post"]],
    ["alter table post add column n bigserial", ["locks post"]],
    ["alter table post add column n int generated always as (1 + 1) stored", ["locks post"]],
    ["alter table post add column handle text unique", ["locks post"]],
    ["lock table post", ["locks post"]],
    ["reindex table post", ["locks ?"]],
    ["cluster post using post_by_author", ["locks post"]],
    ["refresh materialized view recent", ["locks recent"]],
  ])("%s", (sql, judged) => {
    expect(judge(sql)).toEqual(judged);
    expect(kindOf(sql)).toBe("expand");
  });

  it.each(["reindex table concurrently post", "refresh materialized view concurrently recent"])(
    "but not at %s",
    (sql) => expect(judge(sql)).toEqual([]),
  );
});

describe("somebody should look", () => {
  it.each([
    ["do $$ begin perform 1; end $$", ["hides ?"]],
    ["call tidy()", ["hides ?"]],
    ["select tidy(1)", ["hides ?"]],
    ["create function f() returns int language sql as 'select 1'", ["hides ?"]],
    ["alter system set fsync = off", ["hides ?"]],
    ["create trigger t before insert on post for each row execute function f()", ["cautions post"]],
    ["create or replace view recent as select 1", ["cautions recent"]],
    ["create table post_like (post_id uuid references post)", ["cautions post"]],
    ["alter table post alter column text drop not null", ["cautions post.text"]],
    ["alter table post drop constraint once", ["cautions post"]],
    ["alter table post enable row level security", ["cautions post"]],
    ["alter type mood add value 'calm'", ["cautions ?"]],
    ["drop index concurrently if exists post_by_author", ["cautions ?"]],
    ["drop trigger t on post", ["cautions ?"]],
    ["alter index a rename to b", ["cautions a"]],
    ["update post set mood = 'fine'", ["cautions post"]],
    ["delete from post where text = ''", ["cautions post"]],
    ["revoke select on post from reader", ["cautions ?"]],
  ])("%s", (sql, judged) => {
    expect(judge(sql)).toEqual(judged);
    expect(kindOf(sql)).toBe("expand");
  });
});

it("minds nothing that is done to a table of the same file", () => {
  const sql = `create table post (id int, text text);
    create unique index once on post (text);
    alter table post add constraint c check (id > 0), alter column id set not null, drop column text;
    drop table post;`;
  expect(judge(sql)).toEqual([]);
});

it("names line and deed, below comments in any script", () => {
  const sql = "-- 글\n\n/* drop table a;\n */ drop table post;\n-- and\nalter table b\n  drop column c;";
  expect(analyzeMigration(sql)).toMatchObject([
    { line: 4, words: "drops the table post" },
    { line: 6, words: "drops the column b.c" },
  ]);
});

it("gives the line on which the text is no SQL", () => {
  const error = { name: "SqlUnreadable", line: 3, message: 'syntax error at or near "tabel"' };
  expect(() => analyzeMigration("select 1;\n\nalter tabel post")).toThrow(expect.objectContaining(error));
  expect(() => analyzeMigration("한글")).toThrow(SqlUnreadable);
});
