import { expect, test } from "vitest";
import type { Seen } from "../load/requests.ts";
import type { Swap } from "../trial/swap.ts";
import { phaseOf } from "./phases.ts";

const swap = { whole: { from: 1000, to: 2100 }, window: { from: 1800, to: 2000 } } as Swap;
const phase = (dueAt: number, endAt: number) => phaseOf({ dueAt, endAt } as Seen, [swap]);

test("a request belongs to the part of the swap that it touches", () => {
  expect(phase(100, 990)).toBe("steady");
  expect(phase(900, 1010)).toBe("preparing");
  expect(phase(1790, 1810)).toBe("window");
  expect(phase(1990, 2050)).toBe("window");
  expect(phase(2010, 2020)).toBe("after");
  expect(phase(2590, 2700)).toBe("after");
  expect(phase(2601, 2700)).toBe("steady");
});

test("one that was under way all the time belongs to the window", () => {
  expect(phase(100, 5000)).toBe("window");
});
