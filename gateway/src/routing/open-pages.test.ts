import { expect, test } from "vitest";
import { OpenPages } from "./open-pages.ts";

const MINUTE_MS = 60_000;

test("counts each page once, where it said last that it is, until it has been silent for half an hour", () => {
  let now = 0;
  const pages = new OpenPages(() => now);
  pages.note("a", "v-1");
  pages.note("b", "v-1");
  pages.note("a", "v-1");
  expect(pages.count()).toEqual({ "v-1": 2 });

  now += 20 * MINUTE_MS;
  pages.note("b", "v-2");
  expect(pages.count()).toEqual({ "v-1": 1, "v-2": 1 });

  now += 20 * MINUTE_MS;
  expect(pages.count()).toEqual({ "v-2": 1 });
});
