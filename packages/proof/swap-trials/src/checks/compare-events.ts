import { retry } from "@sliceway/service-kit";
import type pg from "pg";

/** How long the last events may take to all who read them. */
const PATIENCE_MS = 20_000;

/** Each post was told once. */
export async function compareEvents(client: pg.Client, posts: Map<string, string>): Promise<string[]> {
  return untilClean(async () => {
    const { rows } = await client.query<{ subject: string; count: number }>(COUNT_EVENTS);
    const told = new Map(rows.map(({ subject, count }) => [subject, count]));
    const wrong = [...posts.values()].filter((id) => told.get(id) !== 1);
    return wrong.map((id) => `post ${id} was told ${told.get(id) ?? 0} times`);
  });
}

/** Each post stands in its author's own timeline: no event was lost in a hand-over. */
export async function compareTimelines(client: pg.Client, posts: Map<string, string>): Promise<string[]> {
  return untilClean(async () => {
    const { rows } = await client.query<{ post_id: string }>(
      "select post_id from timeline where owner_id = author_id",
    );
    const stored = new Set(rows.map((row) => row.post_id));
    const missing = [...posts.values()].filter((id) => !stored.has(id));
    return missing.map((id) => `post ${id} is missing in its author's timeline`);
  });
}

const COUNT_EVENTS = `
  select subject, count(*)::int as count from sliceway.log
  where type = 'posts.PostPublished.v1' group by subject`;

/** Events arrive a moment later. Resolves to the problems that are left then. */
async function untilClean(find: () => Promise<string[]>): Promise<string[]> {
  let problems: string[] = [];
  const look = async () => {
    problems = await find();
    if (problems.length > 0) throw new Error("not yet");
  };
  await retry(look, { untilMs: PATIENCE_MS }).catch(() => {});
  return problems;
}
