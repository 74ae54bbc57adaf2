import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestSlice } from "@sliceway/subgraph-kit/testing";
import { expect, vi } from "vitest";
import { slice } from "../src/slice.ts";

export type Feeds = Awaited<ReturnType<typeof startFeeds>>;

/** The feeds server, with nothing in it. */
export function startFeeds() {
  return startTestSlice(slice, {
    slice: "feeds",
    schemaFile: fileURLToPath(import.meta.resolve("@sliceway/feeds-contract/schema.graphql")),
    migrationsDir: resolve(import.meta.dirname, "../migrations"),
  });
}

/** Two people whom no other test knows. */
export const people = () => ({ alice: `alice-${randomUUID()}`, bob: `bob-${randomUUID()}` });

export function published(postId: string, authorId: string, publishedAt = "2026-01-02T00:00:00.000Z") {
  const data = { postId, authorId, publishedAt };
  return { type: "posts.PostPublished.v1", subject: postId, data };
}

export function deleted(postId: string, authorId: string) {
  const data = { postId, authorId };
  return { type: "posts.PostDeleted.v1", subject: postId, data };
}

export function formed(one: string, other: string) {
  const formedAt = "2026-01-01T00:00:00.000Z";
  const data = { userIds: [one, other], formedAt };
  return { type: "friends.FriendshipFormed.v1", subject: [one, other].sort().join(":"), data };
}

export function ended(one: string, other: string) {
  const data = { userIds: [one, other] };
  return { type: "friends.FriendshipEnded.v1", subject: [one, other].sort().join(":"), data };
}

interface Timeline {
  timeline: {
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const TIMELINE = `query ($first: Int, $after: String) {
  timeline(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;

export async function pageOf(
  feeds: Feeds,
  viewer: string,
  variables: { first?: number; after?: string | null } = {},
) {
  const { data } = await feeds.query<Timeline>(TIMELINE, { viewer, variables });
  return { posts: data.timeline.edges.map(({ node }) => node.id), ...data.timeline.pageInfo };
}

/** Waits until a person sees exactly these posts. */
export async function expectTimeline(feeds: Feeds, viewer: string, posts: string[]): Promise<void> {
  await vi.waitFor(async () => expect((await pageOf(feeds, viewer)).posts).toEqual(posts), {
    timeout: 10_000,
  });
}
