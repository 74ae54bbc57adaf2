import { expect, vi } from "vitest";
import type { Subscriber } from "./subscriber.ts";

export const fromTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
export const upTo = (last: number) => fromTo(1, last);

export function expectEffects(subscriber: Subscriber, expected: Record<string, number[]>): Promise<void> {
  const look = async () => expect(await subscriber.effects()).toEqual(expected);
  return vi.waitFor(look, { timeout: 60_000, interval: 50 });
}

/** Waits until there are as many effects, of whatever aggregates. */
export function untilEffects(subscriber: Subscriber, count: number): Promise<void> {
  const look = async () =>
    expect(Object.values(await subscriber.effects()).flat().length).toBeGreaterThanOrEqual(count);
  return vi.waitFor(look, { timeout: 60_000, interval: 20 });
}
