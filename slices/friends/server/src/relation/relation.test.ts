import { describe, expect, test } from "vitest";
import { type Command, decide } from "./decide.ts";
import type { RelationEvent } from "./event.ts";
import { pairOf } from "./pair.ts";
import { publishedEvents } from "./published.ts";
import { relationAfter } from "./relation.ts";
import { standingsOf } from "./standing.ts";

const pair = pairOf("alice", "bob");
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

type Step = [by: "alice" | "bob", command: Command];

/** Lets the steps happen minute by minute; a step that is refused ends with its decision. */
function play(...steps: Step[]) {
  const events: RelationEvent[] = [];
  const outcomes: string[] = [];
  steps.forEach(([by, command], minute) => {
    const other = by === "alice" ? "bob" : "alice";
    const decision = decide(command, relationAfter(events), { by, other, at: at(minute) });
    if (decision.kind === "done") events.push(...decision.events);
    outcomes.push(decision.kind === "done" ? (decision.events[0]?.type ?? "-") : decision.kind);
  });
  const relation = relationAfter(events);
  const sides = standingsOf(pair, relation).map(({ personId, state }) => `${personId} ${state}`);
  return { outcomes, sides, relation, events };
}

describe("a request", () => {
  test("waits for the other side", () => {
    expect(play(["alice", "send"]).sides).toEqual(["alice REQUESTED_BY_VIEWER", "bob REQUESTED_BY_THEM"]);
  });

  test("that is accepted makes friends, since the acceptance", () => {
    const { sides, relation } = play(["alice", "send"], ["bob", "accept"]);
    expect(sides).toEqual(["alice FRIENDS", "bob FRIENDS"]);
    expect(relation.bond).toEqual({ kind: "friends", since: at(1) });
  });

  test("that crosses another makes friends at once", () => {
    const { outcomes, sides } = play(["alice", "send"], ["bob", "send"]);
    expect(outcomes).toEqual(["RequestSent", "RequestAccepted"]);
    expect(sides).toEqual(["alice FRIENDS", "bob FRIENDS"]);
  });

  test("that is declined or cancelled leaves strangers, who may ask again", () => {
    expect(play(["alice", "send"], ["bob", "decline"]).sides).toEqual([]);
    expect(play(["alice", "send"], ["alice", "cancel"], ["alice", "send"]).sides).toHaveLength(2);
  });

  test("is not accepted or declined by who sent it, nor cancelled by who got it", () => {
    const { outcomes } = play(
      ["alice", "send"],
      ["alice", "accept"],
      ["alice", "decline"],
      ["bob", "cancel"],
    );
    expect(outcomes.slice(1)).toEqual(["conflict", "conflict", "conflict"]);
  });

  test("that was withdrawn cannot be accepted, one that was accepted cannot be cancelled", () => {
    expect(play(["alice", "send"], ["alice", "cancel"], ["bob", "accept"]).outcomes[2]).toBe("conflict");
    expect(play(["alice", "send"], ["bob", "accept"], ["alice", "cancel"]).outcomes[2]).toBe("conflict");
  });
});

test("what is so already happens again without an event", () => {
  const { outcomes } = play(
    ["alice", "unfriend"],
    ["alice", "unblock"],
    ["alice", "send"],
    ["alice", "send"],
    ["bob", "accept"],
    ["bob", "accept"],
    ["alice", "send"],
    ["bob", "block"],
    ["bob", "block"],
  );
  expect(outcomes).toEqual(["-", "-", "RequestSent", "-", "RequestAccepted", "-", "-", "Blocked", "-"]);
});

describe("a block", () => {
  test("ends a friendship, and lifting it does not bring it back", () => {
    const steps: Step[] = [["alice", "send"], ["bob", "accept"], ["alice", "block"]]; // biome-ignore format: one line
    expect(play(...steps).sides).toEqual(["alice BLOCKED_BY_VIEWER", "bob BLOCKED_BY_THEM"]);
    expect(play(...steps, ["alice", "unblock"]).sides).toEqual([]);
  });

  test("hides the one who blocks, and keeps who blocks from asking", () => {
    expect(play(["alice", "block"], ["bob", "send"], ["alice", "send"]).outcomes).toEqual([
      "Blocked",
      "hidden",
      "conflict",
    ]);
  });

  test("of both sides is lifted by each for themselves", () => {
    const both: Step[] = [["alice", "block"], ["bob", "block"]]; // biome-ignore format: one line
    expect(play(...both).sides).toEqual(["alice BLOCKED_BY_VIEWER", "bob BLOCKED_BY_VIEWER"]);
    expect(play(...both, ["alice", "unblock"]).sides).toEqual([
      "alice BLOCKED_BY_THEM",
      "bob BLOCKED_BY_VIEWER",
    ]);
  });
});

describe("others consume", () => {
  const published = (...steps: Step[]) => {
    const { events } = play(...steps);
    return events.flatMap((event, index) => {
      const before = relationAfter(events.slice(0, index));
      return publishedEvents(pair, before, relationAfter([event], before)).map(({ type }) => type);
    });
  };

  test("that a friendship was formed and that it ended, by parting or by a block", () => {
    const formed = "friends.FriendshipFormed.v1";
    const ended = "friends.FriendshipEnded.v1";
    expect(published(["alice", "send"], ["bob", "accept"], ["bob", "unfriend"])).toEqual([formed, ended]);
    expect(published(["alice", "send"], ["bob", "send"], ["alice", "block"])).toEqual([formed, ended]);
  });

  test("nothing of requests and of blocks among strangers", () => {
    expect(published(["alice", "send"], ["bob", "decline"], ["bob", "block"], ["bob", "unblock"])).toEqual(
      [],
    );
  });
});
