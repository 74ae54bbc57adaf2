import type { DevEnv } from "@sliceway/dev-env";
import { retry } from "@sliceway/service-kit";
import pg from "pg";
import type { Ledger } from "../load/ledger.ts";

/** How long the last events may take to all who read them. */
const EVENTS_PATIENCE_MS = 20_000;

export interface Comparison {
  /** How many effects were looked for. */
  compared: number;
  problems: string[];
}

/** Compares what clients were told with what the databases hold: every mutation once, every event once. */
export async function checkDatabases(env: Pick<DevEnv, "databaseUrl">, ledger: Ledger): Promise<Comparison> {
  const { posts, comments, likes, keys } = ledger;
  await using own = await connect(env.databaseUrl("posts"));
  await using events = await connect(env.databaseUrl("events"));
  await using feeds = await connect(env.databaseUrl("feeds"));
  const problems = [
    ...(await compareTexts(own, "post", ledger.posts, ledger.run)),
    ...(await compareTexts(own, "comment", ledger.comments, ledger.run)),
    ...(await compareLikes(own, ledger)),
    ...(await compareKeys(own, ledger)),
    ...(await compareEvents(events, posts)),
    ...(await compareTimelines(feeds, posts)),
  ];
  return { compared: 3 * posts.size + comments.size + likes.size + keys.size, problems };
}

type Client = pg.Client & AsyncDisposable;

async function connect(url: string): Promise<Client> {
  const client = new pg.Client(url);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

async function compareTexts(
  client: Client,
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

async function compareLikes(client: Client, { likes }: Ledger): Promise<string[]> {
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
async function compareKeys(client: Client, { keys }: Ledger): Promise<string[]> {
  const { rows } = await client.query<{ key: string; count: number }>(
    "select key, count(*)::int as count from sliceway.applied_mutation where key = any($1) group by key",
    [[...keys]],
  );
  const once = new Set(rows.filter(({ count }) => count === 1).map(({ key }) => key));
  return [...keys].filter((key) => !once.has(key)).map((key) => `key ${key} was not applied once`);
}

async function compareEvents(client: Client, posts: Map<string, string>): Promise<string[]> {
  const count = async () => {
    const { rows } = await client.query<{ subject: string; count: number }>(
      "select subject, count(*)::int as count from sliceway.log where type = 'posts.PostPublished.v1' group by subject",
    );
    return new Map(rows.map(({ subject, count }) => [subject, count]));
  };
  return untilClean(async () => {
    const told = await count();
    const wrong = [...posts.values()].filter((id) => told.get(id) !== 1);
    return wrong.map((id) => `post ${id} was told ${told.get(id) ?? 0} times`);
  });
}

/** Each post stands in its author's own timeline: no event was lost in a hand-over. */
async function compareTimelines(client: Client, posts: Map<string, string>): Promise<string[]> {
  return untilClean(async () => {
    const { rows } = await client.query<{ post_id: string }>(
      "select post_id from timeline where owner_id = author_id",
    );
    const stored = new Set(rows.map((row) => row.post_id));
    const missing = [...posts.values()].filter((id) => !stored.has(id));
    return missing.map((id) => `post ${id} is missing in its author's timeline`);
  });
}

/** Events arrive a moment later. Resolves to the problems that are left then. */
async function untilClean(find: () => Promise<string[]>): Promise<string[]> {
  let problems: string[] = [];
  const look = async () => {
    problems = await find();
    if (problems.length > 0) throw new Error("not yet");
  };
  await retry(look, { untilMs: EVENTS_PATIENCE_MS }).catch(() => {});
  return problems;
}
