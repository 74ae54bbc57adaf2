import { expect, test } from "vitest";
import { parseCanary } from "./parse-canary.ts";

test("reads shares that rise, and what else is said of them", () => {
  expect(parseCanary({ canary: "1, 10,50%,100", stepMinutes: 2 })).toEqual({
    steps: [1, 10, 50, 100],
    stepMinutes: 2,
  });
  expect(parseCanary({ canary: "0.5", samples: 20 })).toEqual({ steps: [0.5], samples: 20 });
  expect(parseCanary({ samples: 20 })).toBeUndefined();
});

test.each(["", "ten", "0", "101", "10,5", "10,10", "1,,2", "0.001"])("%j is no canary", (canary) => {
  expect(() => parseCanary({ canary })).toThrow(/share of the visitors/);
});
