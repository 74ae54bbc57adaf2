import { expect, test } from "vitest";
import { createFailedReleases } from "./failed-releases.ts";

test("a slice that failed twice is avoided for its own sake only", () => {
  const failed = createFailedReleases();
  failed.add("notes", "222222222222");
  failed.add("people", "222222222222");
  expect(failed.avoidFor("people")).toEqual(["notes@222222222222", "people@222222222222"]);
  failed.add("notes", "111111111111");
  failed.add("notes", "111111111111");
  expect(failed.avoidFor("people")).toEqual(["people@222222222222"]);
  expect(failed.avoidFor("notes")).toEqual([
    "notes@111111111111",
    "notes@222222222222",
    "people@222222222222",
  ]);
});
