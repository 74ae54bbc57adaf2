import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, type Selectable, sql } from "kysely";
import { z } from "zod";
import type { Tables, TimelineTable } from "./tables.ts";

export type TimelineRow = Pick<Selectable<TimelineTable>, "post_id" | "published_at">;

/** The place of a row in a timeline: when it was published and the post's id. */
export const timelineKey = z.tuple([z.iso.datetime(), z.uuid()]);
export type TimelineKey = z.infer<typeof timelineKey>;

export function keyOf({ published_at, post_id }: TimelineRow): TimelineKey {
  return [published_at.toISOString(), post_id];
}

/** A page of a person's timeline, newest first, and one row more if there are more. */
export function listTimeline(
  db: Kysely<Tables>,
  owner: string,
  page: Page<TimelineKey>,
): Promise<TimelineRow[]> {
  const newestFirst = db
    .selectFrom("timeline")
    .select(["post_id", "published_at"])
    .where("owner_id", "=", owner)
    .orderBy("published_at", "desc")
    .orderBy("post_id", "desc")
    .limit(page.first + 1);
  if (!page.after) return newestFirst.execute();
  const [publishedAt, postId] = page.after;
  return newestFirst
    .where(sql<boolean>`(published_at, post_id) < (${publishedAt}::timestamptz, ${postId}::uuid)`)
    .execute();
}
