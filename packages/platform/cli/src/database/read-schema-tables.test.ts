import { expect, test } from "vitest";
import { readSchemaTables } from "./read-schema-tables.ts";

test("lists tables and views with their columns", () => {
  const schema = `-- create table no (a int);
create table post (
  id uuid not null,
  price numeric(9,2) default round(1.5, 1),
  text text default 'a,
  b (c'';'::text not null,
  "order" integer,
  constraint post_pkey PRIMARY KEY (id, text)
) partition by RANGE (id);

create table archive.post (
  id uuid
);

create table "Odd one"."a""b" (
  "x y" integer
);

create table archive.part partition of archive.post FOR VALUES FROM ('1') TO ('9');

create view recent (id, "order") as
SELECT id FROM post;

create materialized view counted (total) as
SELECT count(*) FROM post;

CREATE OR REPLACE FUNCTION public.tidy() RETURNS trigger LANGUAGE plpgsql AS $function$
create table no (a int);
$function$;
`;
  expect(readSchemaTables(schema)).toEqual({
    post: ["id", "price", "text", "order"],
    "archive.post": ["id"],
    'Odd one.a"b': ["x y"],
    recent: ["id", "order"],
    counted: ["total"],
  });
});

// As pg_dump and pg_get_expr write them.
test.each([
  ["an array", "tags text[] default ARRAY['a'::text, 'b'::text] not null"],
  ["arrays in arrays", "grid integer[] default ARRAY[ARRAY[1, 2], ARRAY[3, 4]]"],
  ["an element of an array", "best text default (ARRAY['x'::text, 'y, z'::text])[2]"],
  ["a string of an array", "tags text[] default '{a,\"b, c\"}'::text[]"],
  ["commas and brackets in a string", "mark text default '], ('::text"],
  ["a backslash in a string", "path text default E'C:\\\\, it''s'::text"],
  ["a call", "at timestamp with time zone default date_trunc('day'::text, now())"],
  ["a numeric", "price numeric(9,2)[] default '{}'::numeric[]"],
  ["what is generated", "full_name text generated always as (concat(first, ', '::text, last)) stored"],
  ["an identity", "number bigint generated always as identity"],
  ["a quoted name", "\"a, [b](c)\" text default 'x'::text"],
  ["a name that is a word of SQL", '"constraint" text'],
])("%s is one column", (_what, column) => {
  const schema = `create table note (
  ${column},
  last uuid,
  constraint note_check CHECK ((last <> ALL (ARRAY['1'::uuid, '2'::uuid])) AND cardinality(ARRAY[1, 2]) > 0)
);
`;
  const [first = ""] = column.match(/^"[^"]*"|^\S+/) ?? [];
  expect(readSchemaTables(schema)).toEqual({ note: [first.replaceAll('"', ""), "last"] });
});

test("a table may have no columns", () => {
  expect(readSchemaTables("create table bare (\n\n);\n\ncreate table next (\n  id uuid\n);\n")).toEqual({
    bare: [],
    next: ["id"],
  });
});
