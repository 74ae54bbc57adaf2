import { describe, expect, test } from "vitest";
import { createHistory } from "./history.ts";
import type { Arrival } from "./messages.ts";

const MARKER = "the marker";
let offset = 0;

/** A copy of an event, or the marker: one object for its place in the history and in the queue. */
const arrival = (id: string, copy: string, type = "posts.New.v1"): Arrival => ({
  kind: id.includes("marker") ? "marker" : "event",
  type,
  source: "posts",
  id,
  copy,
  deliveryTag: 0,
  offset: offset++,
  body: undefined,
});
const marker = () => arrival(MARKER, `:${MARKER}`, "posts.history-marker.feeds");
const open = (position = -1, missed: string | null = null) =>
  createHistory({
    added: new Map([["posts.New.v1", { position, missed }]]),
    types: new Set(["posts.New.v1", "posts.Known.v1"]),
    markerId: MARKER,
  });

describe("a history", () => {
  test("gives the types that are new to the consumer, from where it stopped", () => {
    const [first, known, second] = [
      arrival("1", "a:1"),
      arrival("2", "a:2", "posts.Known.v1"),
      arrival("3", "a:3"),
    ];
    const foreign = arrival("4", "a:4", "posts.Other.v1");
    expect([first, known, second, foreign].map(open().read)).toEqual([true, false, true, false]);
    expect([first, known, second].map(open(first.offset).read)).toEqual([false, false, true]);
  });

  test("begins with the message that was missed first", () => {
    const history = open(-1, "2");
    const messages = [arrival("1", "a:1"), arrival("2", "a:2"), arrival("3", "a:3")];
    expect(history.read(messages[0] as Arrival)).toBe(false);
    expect(history.started()).toEqual([]);
    expect(messages.slice(1).map(history.read)).toEqual([true, true]);
    expect(history.started()).toEqual(["posts.New.v1"]);
    history.read(marker());
    expect(history.unfound()).toEqual([]);
  });

  test("says if that is not there any more", () => {
    const history = open(-1, "2");
    history.read(arrival("3", "a:3"));
    expect(history.unfound()).toEqual([]);
    history.read(marker());
    expect(history.unfound()).toEqual(["posts.New.v1"]);
  });

  test("is read up to what the queue is about to deliver", () => {
    const history = open();
    const [first, head] = [arrival("1", "a:1"), arrival("2", "a:2", "posts.Known.v1")];
    expect(history.hasReached(head)).toBe(false);
    history.read(first);
    expect(history.hasReached(head)).toBe(false);
    history.read(head);
    expect(history.hasReached(head)).toBe(true);
  });

  test("counts another copy of an event as that event", () => {
    const history = open();
    history.read(arrival("1", "a:1"));
    expect(history.hasReached(arrival("1", "b:1"))).toBe(true);
  });

  test("does not hold up what is in the queue before the marker and was too old to be kept", () => {
    const history = open();
    const end = marker();
    history.read(end);
    expect(history.hasReached(arrival("0", "a:0"))).toBe(true);
    history.pass(end);
    expect(history.hasReached(arrival("1", "a:1"))).toBe(false);
  });

  test("passes by markers of earlier times", () => {
    expect(open().hasReached(arrival("a marker of before", ":x"))).toBe(true);
  });

  test("goes on behind the marker, with all types, until a publisher has brought a second message", () => {
    const history = open();
    const end = marker();
    // It had looked up its queues before the bindings were made, and came into the history after the marker.
    const late = arrival("late", "a:1");
    const [first, second] = [arrival("1", "a:2", "posts.Known.v1"), arrival("2", "a:3", "posts.Known.v1")];
    history.read(end);
    expect(history.isLeading()).toBe(false);
    history.pass(end);
    expect(history.isLeading()).toBe(true);
    expect([late, first].map(history.read)).toEqual([true, true]);
    history.pass(first);
    expect(history.isEnded()).toBe(false);
    history.read(second);
    history.pass(second);
    expect(history.isEnded()).toBe(true);
  });

  test("does not end with one message each of two publishers, nor before it was read so far", () => {
    const history = open();
    const end = marker();
    history.read(end);
    history.pass(end);
    const messages = [arrival("1", "a:9"), arrival("2", "b:1"), arrival("3", "b:2")];
    for (const message of messages.slice(0, 2)) {
      history.read(message);
      history.pass(message);
    }
    for (const message of messages.slice(2)) history.pass(message);
    expect(history.isEnded()).toBe(false);
    for (const message of messages.slice(2)) history.read(message);
    expect(history.isEnded()).toBe(true);
  });
});
