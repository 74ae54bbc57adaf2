import { expect, it } from "vitest";
import { describeTables } from "./describe-tables.ts";

it("lists tables and views with their columns", () => {
  const sql = `create table post (id uuid primary key, text text not null, unique (text));
    create table archive.post (id uuid);
    create index post_text on post (text);
    create view recent (id, text) as select id, text from post;
    create materialized view counted (total) as select count(*) from post;`;
  expect(describeTables(sql)).toEqual({
    post: ["id", "text"],
    "archive.post": ["id"],
    recent: ["id", "text"],
    counted: ["total"],
  });
});
