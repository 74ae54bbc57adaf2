import type pg from "pg";
import type { Ledger } from "../load/ledger.ts";

/** Each text that was acknowledged is stored once, under the id that was told; and no other is. */
export async function compareTexts(
  client: pg.Client,
  table: "post" | "comment",
  told: Map<string, string>,
  run: string,
): Promise<string[]> {
  const { rows } = await client.query<{ text: string; ids: string[] }>(
    `select text, array_agg(id::text) as ids from ${table} where text like $1 group by text`,
    [`Trial ${run},%`],
  );
  const stored = new Map(rows.map(({ text, ids }) => [text, ids]));
  const lost = [...told].filter(([text, id]) => !stored.get(text)?.includes(id));
  const doubled = rows.filter(({ ids }) => ids.length > 1);
  const untold = rows.filter(({ text }) => !told.has(text));
  return [
    ...lost.map(([text]) => `${table} "${text}" was acknowledged and is not stored`),
    ...doubled.map(({ text, ids }) => `${table} "${text}" is stored ${ids.length} times`),
    ...untold.map(({ text }) => `${table} "${text}" is stored and was not acknowledged`),
  ];
}

/** Each like is as the last answer said. */
export async function compareLikes(client: pg.Client, { likes }: Ledger): Promise<string[]> {
  const { rows } = await client.query<{ post_id: string; user_id: string }>(
    "select post_id, user_id from post_like",
  );
  const stored = new Set(rows.map((row) => `${row.post_id} ${row.user_id}`));
  return [...likes]
    .filter(([pair, { likes: should }]) => stored.has(pair) !== should)
    .map(
      ([pair, { likes: should }]) => `like ${pair}: ${should ? "lost" : "not withdrawn, or applied again"}`,
    );
}

/** Each key stands once, with its result. */
export async function compareKeys(client: pg.Client, { keys }: Ledger): Promise<string[]> {
  const { rows } = await client.query<{ key: string; count: number }>(
    "select key, count(*)::int as count from sliceway.applied_mutation where key = any($1) group by key",
    [[...keys]],
  );
  const once = new Set(rows.filter(({ count }) => count === 1).map(({ key }) => key));
  return [...keys].filter((key) => !once.has(key)).map((key) => `key ${key} was not applied once`);
}
