import type { Random } from "@sliceway/random";
import type { DemoFriendship, DemoRequest } from "./demo-network.ts";
import type { Member } from "./people.ts";
import { isKorean } from "./texts/topics.ts";
import { daysBefore, momentBetween } from "./time.ts";

/** The documented accounts know many people, so that a first look at the network is lively. */
const SOCIABLE = new Set(["alice", "bob"]);

/** Who knows whom: likelier with a topic or a language in common. */
export function friendshipsOf(members: Member[], random: Random, now: Date): DemoFriendship[] {
  return pairsOf(members)
    .filter(([a, b]) => random.next() < affinity(a, b))
    .map(([a, b]) => ({
      userIds: sortedIds(a.person.id, b.person.id),
      // members come in the order they joined: b is the later one
      formedAt: momentBetween(b.person.joinedAt, daysBefore(now, 1), random.next()),
    }));
}

/** Open requests between people who are not friends yet; the documented accounts have some waiting. */
export function requestsOf(
  members: Member[],
  friendships: DemoFriendship[],
  random: Random,
  now: Date,
): DemoRequest[] {
  const taken = new Set(friendships.map(({ userIds }) => userIds.join()));
  const strangers = pairsOf(members).filter(
    ([a, b]) => !taken.has(sortedIds(a.person.id, b.person.id).join()),
  );
  const toSociable = members
    .filter(({ person }) => SOCIABLE.has(person.handle))
    .flatMap((member) =>
      random.sample(
        strangers.filter(([a]) => a === member),
        3,
      ),
    );
  const others = random.sample(
    strangers.filter(([a]) => !SOCIABLE.has(a.person.handle)),
    14,
  );
  return [...toSociable, ...others].map(([to, from]) => ({
    from: from.person.id,
    to: to.person.id,
    sentAt: daysBefore(now, random.next() * 12),
  }));
}

function affinity(a: Member, b: Member): number {
  if (SOCIABLE.has(a.person.handle) && SOCIABLE.has(b.person.handle)) return 1;
  const common = a.topics.filter((topic) => b.topics.includes(topic)).length;
  const language = isKorean(firstTopic(a)) === isKorean(firstTopic(b)) ? 0.14 : 0.03;
  const known = SOCIABLE.has(a.person.handle) || SOCIABLE.has(b.person.handle) ? 0.25 : 0;
  return language + known + common * 0.35;
}

function firstTopic({ person, topics: [topic] }: Member) {
  if (!topic) throw new RangeError(`${person.handle} has no topic`);
  return topic;
}

function pairsOf(members: Member[]): [Member, Member][] {
  return members.flatMap((a, index) => members.slice(index + 1).map((b): [Member, Member] => [a, b]));
}

function sortedIds(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}
