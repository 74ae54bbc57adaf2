import type { DevEnv } from "@sliceway/dev-env";
import pg from "pg";
import type { Ledger } from "../load/ledger.ts";
import { compareKeys, compareLikes, compareTexts } from "./compare-effects.ts";
import { compareEvents, compareTimelines } from "./compare-events.ts";

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

async function connect(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(url);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
