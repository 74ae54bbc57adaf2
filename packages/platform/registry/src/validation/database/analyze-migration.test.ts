import { describe, expect, it } from "vitest";
import { SqlUnreadable } from "../sql/parse-statements.ts";
import { analyzeMigration, classifyEffects } from "./analyze-migration.ts";

/** `removes post.text`, `narrows post`, `opaque ?`; what is merely added is left out. */
function evaluate(sql: string): string[] {
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
    expect(evaluate(sql)).toEqual([]);
    expect(kindOf(sql)).toBe("expand");
  });
});

describe("code that uses it fails", () => {
  it.each([
    ["drop table post", ["removes post"]],
    ["drop table if exists post, archive.comment", ["removes post", "removes archive.comment"]],
    ["drop table public.post", ["removes post"]],
    ["drop table post cascade", ["removes ?"]],
    ["drop view recent", ["removes recent"]],
    ["drop type mood", ["removes ?"]],
    ["drop function f(int)", ["removes ?"]],
    ["drop schema archive", ["removes ?"]],
    ["drop owned by reader", ["removes ?"]],
    ["truncate post, comment", ["removes post", "removes comment"]],
    [
      "alter table post drop column if exists text, drop column mood",
      ["removes post.text", "removes post.mood"],
    ],
    ["alter table archive.post drop column text", ["removes archive.post.text"]],
    ["alter table post alter column text type varchar(20)", ["removes post.text"]],
    ["alter table post rename to note", ["removes post"]],
    ["alter table post rename column text to body", ["removes post.text"]],
    ["alter view recent rename to latest", ["removes recent"]],
    ["alter type mood rename to feeling", ["removes ?"]],
    ["alter type mood rename value 'sad' to 'blue'", ["removes ?"]],
    ["alter type address drop attribute street", ["removes ?"]],
    ["alter table post set schema archive", ["removes post"]],
    ["do $$ begin execute 'drop table post'; end $$", ["removes ?"]],
    ["do $$ begin alter table post rename to note; end $$", ["removes ?"]],
  ])("%s", (sql, effects) => {
    expect(evaluate(sql)).toEqual(effects);
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
  ])("%s", (sql, effects) => {
    expect(evaluate(sql)).toEqual(effects);
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
  ])("%s", (sql, effects) => {
    expect(evaluate(sql)).toEqual(effects);
    expect(kindOf(sql)).toBe("expand");
  });

  it.each(["reindex table concurrently post", "refresh materialized view concurrently recent"])(
    "but not at %s",
    (sql) => expect(evaluate(sql)).toEqual([]),
  );
});

describe("somebody should look", () => {
  it.each([
    ["do $$ begin perform 1; end $$", ["opaque ?"]],
    ["call tidy()", ["opaque ?"]],
    ["select tidy(1)", ["opaque ?"]],
    ["create function f() returns int language sql as 'select 1'", ["opaque ?"]],
    ["alter system set fsync = off", ["opaque ?"]],
    ["create trigger t before insert on post for each row execute function f()", ["warns post"]],
    ["create or replace view recent as select 1", ["warns recent"]],
    ["create table post_like (post_id uuid references post)", ["warns post"]],
    ["alter table post alter column text drop not null", ["warns post.text"]],
    ["alter table post drop constraint once", ["warns post"]],
    ["alter table post enable row level security", ["warns post"]],
    ["alter type mood add value 'calm'", ["warns ?"]],
    ["drop index concurrently if exists post_by_author", ["warns ?"]],
    ["drop trigger t on post", ["warns ?"]],
    ["alter index a rename to b", ["warns a"]],
    ["update post set mood = 'fine'", ["warns post"]],
    ["delete from post where text = ''", ["warns post"]],
    ["revoke select on post from reader", ["warns ?"]],
  ])("%s", (sql, effects) => {
    expect(evaluate(sql)).toEqual(effects);
    expect(kindOf(sql)).toBe("expand");
  });
});

it("minds nothing that is done to a table of the same file", () => {
  const sql = `create table post (id int, text text);
    create unique index once on post (text);
    alter table post add constraint c check (id > 0), alter column id set not null, drop column text;
    drop table post;`;
  expect(evaluate(sql)).toEqual([]);
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
