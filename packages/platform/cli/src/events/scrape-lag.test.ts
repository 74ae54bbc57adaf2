import { expect, test } from "vitest";
import { parseLag } from "./scrape-lag.ts";

test("reads what a server says of each source, and nothing else", () => {
  const text = [
    "# HELP sliceway_events_consumer_lag Events of a source",
    "# TYPE sliceway_events_consumer_lag gauge",
    'sliceway_events_consumer_lag{source="posts",service="feeds"} 3',
    'sliceway_events_consumer_lag{service="feeds",source="friends"} 0',
    'sliceway_events_consumer_oldest_age_seconds{source="posts",service="feeds"} 1.5',
    'sliceway_events_parked{service="feeds"} 7',
  ].join("\n");
  expect(parseLag(text)).toEqual([
    { source: "friends", events: 0, oldestAgeSeconds: null },
    { source: "posts", events: 3, oldestAgeSeconds: 1.5 },
  ]);
});
