import { expect, test } from "vitest";
import type { Sight } from "./follow-status.ts";
import { newsOf } from "./news-of.ts";

/** As much of a status as this test needs. */
function sightOf(status: object, awaySince: Date | null = null): Sight {
  return { status: status as Sight["status"], awaySince };
}

test("time, memory and counts are no news; whatever else moves is", () => {
  const first = sightOf({ live: "v-1", requestsPerSecond: 1, slices: [{ memoryBytes: 1 }] });
  const later = sightOf({ live: "v-1", requestsPerSecond: 2, slices: [{ memoryBytes: 2 }] });
  expect(newsOf(later)).toBe(newsOf(first));
  expect(newsOf(sightOf({ live: "v-2", slices: [{ memoryBytes: 1 }] }))).not.toBe(newsOf(first));
  const away = sightOf({ live: "v-1", slices: [{}] }, new Date(1));
  expect(newsOf(away)).not.toBe(newsOf(first));
  expect(newsOf({ ...away, awaySince: new Date(2) })).toBe(newsOf(away));
});
