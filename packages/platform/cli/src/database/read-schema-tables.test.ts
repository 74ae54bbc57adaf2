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
