import { describe, expect, test } from "vitest";
import { createDemoNetwork } from "./create-demo-network.ts";

const now = new Date("2026-03-01T12:00:00Z");
const network = createDemoNetwork(1, now);
const people = new Map(network.people.map((person) => [person.id, person]));

describe("the demo network", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(createDemoNetwork(1, now)).toEqual(network);
    expect(createDemoNetwork(2, now).people[0]?.id).not.toBe(network.people[0]?.id);
  });

  test("keeps its ids and texts when its clock is another", () => {
    const later = createDemoNetwork(1, new Date("2027-01-01T00:00:00Z"));
    const shape = ({ posts }: typeof network) => posts.map(({ id, text, authorId }) => [id, text, authorId]);
    expect(shape(later)).toEqual(shape(network));
  });

  test("has some 40 people and 300 posts, no text and no handle twice", () => {
    expect(network.people.length).toBe(40);
    expect(network.posts.length).toBeGreaterThanOrEqual(290);
    expect(new Set(network.posts.map(({ text }) => text)).size).toBe(network.posts.length);
    expect(new Set(network.people.map(({ handle }) => handle)).size).toBe(network.people.length);
  });

  test("lets exactly the documented accounts log in", () => {
    const known = network.people.filter(({ password }) => password).map(({ handle }) => handle);
    expect(known).toEqual(["alice", "bob"]);
    expect(network.people.filter(({ developer }) => developer).map(({ handle }) => handle)).toEqual([
      "alice",
    ]);
  });

  test("gives everyone something to read", () => {
    const friendsOf = (id: string) =>
      network.friendships.filter(({ userIds }) => userIds.includes(id)).length;
    for (const id of people.keys()) expect(friendsOf(id), people.get(id)?.handle).toBeGreaterThan(0);
  });

  test("names only its own people and never pairs somebody with themselves", () => {
    const pairs = [
      ...network.friendships.map(({ userIds }) => userIds),
      ...network.requests.map(({ from, to }) => [from, to]),
    ];
    expect(pairs.flat().every((id) => people.has(id))).toBe(true);
    const unordered = pairs.map((pair) => pair.toSorted().join());
    expect(new Set(unordered).size).toBe(pairs.length);
    expect(pairs.every(([a, b]) => a !== b)).toBe(true);
  });

  test("holds nothing that is later than its clock or earlier than its cause", () => {
    for (const post of network.posts) {
      const answers = [...post.likes, ...post.comments].map(({ at }) => at);
      expect(post.publishedAt > (people.get(post.authorId)?.joinedAt ?? "")).toBe(true);
      expect(answers.every((at) => at >= post.publishedAt && at <= now.toISOString())).toBe(true);
    }
    const asked = network.requests.filter(({ from, to, sentAt }) =>
      [from, to].some((id) => (people.get(id)?.joinedAt ?? "") > sentAt),
    );
    expect(asked).toEqual([]);
  });
});
