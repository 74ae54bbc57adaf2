import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { TimelineKey } from "../timeline-key.ts";
import type { Pair } from "./friend-pairs.ts";
import type { Tables } from "./tables.ts";

/** Shows a post to its author and to everyone who is their friend now. */
export async function fanOut(tx: Transaction<Tables>, post: Selectable<Tables["authored"]>): Promise<void> {
  await sql`
    insert into timeline (owner_id, post_id, author_id, published_at)
    select owner_id, ${post.post_id}, ${post.author_id}, ${post.published_at} from (
      select ${post.author_id} as owner_id
      union all
      select friend_id from friend_pair where user_id = ${post.author_id}
    ) as reader
    on conflict do nothing
  `.execute(tx);
}

/** Shows two people what the other has posted so far. */
export async function showEachOther(tx: Transaction<Tables>, [one, other]: Pair): Promise<void> {
  await sql`
    insert into timeline (owner_id, post_id, author_id, published_at)
    select reader.owner_id, authored.post_id, authored.author_id, authored.published_at
    from (values (${one}, ${other}), (${other}, ${one})) as reader (owner_id, friend_id)
    join authored on authored.author_id = reader.friend_id
    on conflict do nothing
  `.execute(tx);
}

/** Takes the posts of either out of the timeline of the other. */
export async function hideFromEachOther(tx: Transaction<Tables>, [one, other]: Pair): Promise<void> {
  await sql`
    delete from timeline
    where (owner_id, author_id) in ((${one}, ${other}), (${other}, ${one}))
  `.execute(tx);
}

/** Of a person's timeline a page and one entry more, newest first. */
export async function listTimeline(
  db: Kysely<Tables>,
  ownerId: string,
  { first, after }: Page<TimelineKey>,
): Promise<{ postId: string; publishedAt: Date }[]> {
  return db
    .selectFrom("timeline")
    .select(["post_id as postId", "published_at as publishedAt"])
    .where("owner_id", "=", ownerId)
    .$if(after !== null, (entries) =>
      entries.where(sql<boolean>`(published_at, post_id) < (${after?.[0]}, ${after?.[1]})`),
    )
    .orderBy("published_at", "desc")
    .orderBy("post_id", "desc")
    .limit(first + 1)
    .execute();
}
