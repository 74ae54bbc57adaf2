import { retry } from "@sliceway/service-kit";
import type { Member } from "@sliceway/trial-kit";
import type pg from "pg";
import { openDatabase } from "../rows/open-database.ts";
import { writePost } from "./people.ts";

const PATIENCE = { untilMs: 120_000, maxDelayMs: 200 };

/** An event that could not have its effect: what it was about, and where. */
export interface DeadLetter {
  slice: string;
  eventId: string;
  postId: string;
}

/**
 * A post whose event the feeds refuse for as long as a trigger is there, until it is given up: hours later, were the
 * table not told that it was tried eleven times.
 */
export async function makeDeadLetter(home: string, author: Member): Promise<DeadLetter> {
  await using owner = await openDatabase(home, "feeds", "migrator");
  await owner.query(`
    create function refuse_post() returns trigger language plpgsql
      as $$ begin raise exception 'this one is refused'; end $$;
    create trigger refuse_post before insert on authored for each row
      when (new.author_id = '${author.id}') execute function refuse_post();
  `);
  const postId = await writePost(author, "Nobody will hear of this for a while.");
  await using feeds = await openDatabase(home, "feeds");
  const wait = (sql: string) => retry(() => firstId(feeds, sql), PATIENCE);
  const refused = "sliceway.parked where reason like '%is refused%'";
  const eventId = await wait(`select event_id as id from ${refused}`);
  await feeds.query("update sliceway.parked set attempts = 11, retry_at = now() where dead_at is null");
  await wait(`select event_id as id from ${refused} and dead_at is not null`);
  await owner.query("drop trigger refuse_post on authored; drop function refuse_post();");
  return { slice: "feeds", eventId, postId };
}

async function firstId(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(sql);
  if (!rows[0]) throw new Error(`There is none yet: ${sql}`);
  return rows[0].id;
}
