import type { Random } from "@sliceway/random";
import type { DemoFriendship, DemoPost } from "./demo-network.ts";
import type { Member } from "./people.ts";
import { comments } from "./texts/comments.ts";
import { isKorean, type Topic, textsByTopic } from "./texts/topics.ts";
import { daysBefore, momentBetween } from "./time.ts";

interface Draft {
  text: string;
  korean: boolean;
  author: Member;
}

/** Posts reach back this far. */
const SPAN_DAYS = 60;

/** Every text once, by somebody who likes its topic; friends like and answer it soon after. Oldest first. */
export function postsOf(
  members: Member[],
  friendships: DemoFriendship[],
  random: Random,
  now: Date,
): DemoPost[] {
  const friends = friendsById(members, friendships);
  const drafts = random.sample(draftsOf(members, random), Number.POSITIVE_INFINITY);
  return drafts.map((draft, index) => {
    const id = random.uuid();
    const age = (1 - (index + random.next()) / drafts.length) * SPAN_DAYS;
    const publishedAt = daysBefore(now, age);
    const circle = friends.get(draft.author.person.id) ?? [];
    return {
      id,
      authorId: draft.author.person.id,
      text: draft.text,
      publishedAt,
      likes: likesOf(circle, publishedAt, random, now),
      comments: commentsOf(draft, circle, publishedAt, random, now),
    };
  });
}

function draftsOf(members: Member[], random: Random): Draft[] {
  const topics = Object.keys(textsByTopic) as Topic[];
  return topics.flatMap((topic) => {
    const writers = members.filter((member) => member.topics.includes(topic));
    return textsByTopic[topic].map((text) => ({
      text,
      korean: isKorean(topic),
      author: random.pick(writers),
    }));
  });
}

function likesOf(circle: Member[], publishedAt: string, random: Random, now: Date): DemoPost["likes"] {
  const count = Math.round(circle.length * random.next());
  return random
    .sample(circle, count)
    .map(({ person }) => ({ userId: person.id, at: soonAfter(publishedAt, random, now) }));
}

function commentsOf(
  draft: Draft,
  circle: Member[],
  publishedAt: string,
  random: Random,
  now: Date,
): DemoPost["comments"] {
  const count = Math.min(circle.length, Math.floor(random.next() ** 2 * 5));
  const english = random.sample(comments.english, count);
  const korean = random.sample(comments.korean, count);
  return random
    .sample(circle, count)
    .map((writer, index) => ({
      id: random.uuid(),
      authorId: writer.person.id,
      text: (draft.korean && writesKorean(writer) ? korean : english)[index] ?? "",
      at: soonAfter(publishedAt, random, now),
    }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

function writesKorean({ topics }: Member): boolean {
  return topics.some(isKorean);
}

/** Most answers come within hours, some after days, none after `now`. */
function soonAfter(publishedAt: string, random: Random, now: Date): string {
  const latest = Math.min(now.getTime(), Date.parse(publishedAt) + 3 * 24 * 60 * 60 * 1000);
  return momentBetween(publishedAt, new Date(latest).toISOString(), random.next() ** 3);
}

function friendsById(members: Member[], friendships: DemoFriendship[]): Map<string, Member[]> {
  const byId = new Map(members.map((member) => [member.person.id, member]));
  const friends = new Map<string, Member[]>();
  const add = (id: string, friend: string) => {
    const member = byId.get(friend);
    if (member) friends.set(id, [...(friends.get(id) ?? []), member]);
  };
  for (const { userIds } of friendships) {
    add(userIds[0], userIds[1]);
    add(userIds[1], userIds[0]);
  }
  return friends;
}
