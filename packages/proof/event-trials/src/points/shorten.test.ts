import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test.each([
  ["begin", "begin"],
  ["listen sliceway_log", "listen sliceway_log"],
  ["select pg_notify($1, '')", "select pg_notify"],
  ["select 1 from sliceway.turn where name = $1 for share", "select turn for share"],
  [
    "select source from unnest($1::text[]) as cursor (source) join sliceway.pruned using (source)",
    "select pruned",
  ],
  ["insert into sliceway.log (id) select id from rows from (jsonb_to_recordset($1))", "insert log"],
  ["update sliceway.turn set renewed_at = now()", "update turn"],
  ["delete from sliceway.outbox where seq = any($1)", "delete outbox"],
  ["commit after insert into effect (source) values ($1)", "commit after insert effect"],
  ["publish source.Counted.v1", "publish source.Counted.v1"],
  ["declare queue sliceway.consumer.invalid", "declare queue consumer.invalid"],
])("%s", (where, short) => {
  expect(shorten(where)).toBe(short);
});
