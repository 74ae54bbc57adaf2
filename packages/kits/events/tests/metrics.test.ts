import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createEventMetrics, createPostgresTransport } from "../src/index.ts";
import { count, effects, rename, startWorld, type World, writeEffect } from "./world.ts";

let world: World;
let register: Registry;
let metrics: ReturnType<typeof createEventMetrics>;
beforeEach(async () => {
  world = await startWorld();
  register = new Registry();
  metrics = createEventMetrics(register);
});
afterEach(() => world[Symbol.asyncDispose]());

/** The samples as scraped: `name{labels}` to value. Without the buckets of histograms. */
async function scrape(): Promise<Record<string, number>> {
  const lines = (await register.metrics()).split("\n").filter((line) => /^sliceway/.test(line));
  const samples = lines.map((line) => line.split(/ (?=\S+$)/) as [string, string]);
  return Object.fromEntries(
    samples.filter(([name]) => !name.includes("_bucket")).map(([name, value]) => [name, Number(value)]),
  );
}

const expectSamples = (expected: Record<string, unknown>) =>
  vi.waitFor(async () => expect(await scrape()).toMatchObject(expected), 10_000);

const positive = expect.toSatisfy((value: number) => value > 0);
const names = async () => Object.keys(await scrape());

describe("the metrics of events", () => {
  test("count what is published, what it came to and how long it took", async () => {
    await using _relay = world.relay({ metrics });
    await using _consumer = world.consumer(
      {
        "counting.Counted.v1": async (tx, event) => {
          await writeEffect(tx, event);
          if (event.subject === "sick") throw new Error("no");
        },
      },
      { metrics, maxAttempts: 1 },
    );
    for (const id of ["a", "a", "sick", "sick", "sick"]) await count(world.publisherDb, id);
    await rename(world.publisherDb, "a");
    await expectSamples({
      'sliceway_events_published_total{type="counting.Counted.v1"}': 5,
      'sliceway_events_published_total{type="counting.Renamed.v1"}': 1,
      'sliceway_events_consumed_total{type="counting.Counted.v1",outcome="applied"}': 2,
      'sliceway_events_consumed_total{type="counting.Counted.v1",outcome="parked"}': 3,
      sliceway_events_effect_seconds_count: 2,
      sliceway_events_effect_seconds_sum: positive,
      sliceway_events_delivery_seconds_count: 2,
      sliceway_events_delivery_seconds_sum: positive,
      sliceway_events_outbox_pending: 0,
      sliceway_events_outbox_oldest_age_seconds: 0,
      sliceway_events_parked: 3,
      sliceway_events_dead: 1,
      'sliceway_events_consumer_lag{source="counting"}': 0,
      'sliceway_events_consumer_oldest_age_seconds{source="counting"}': 0,
    });
  });

  test("show the outbox while the transport is away", async () => {
    const real = createPostgresTransport({ url: world.counting.eventsUrl });
    let isAway = true;
    const openPublisher = (source: string) =>
      isAway ? Promise.reject(new Error("the transport is away")) : real.openPublisher(source);
    await using _relay = world.relay({ metrics, transport: { ...real, openPublisher } });
    for (const id of ["a", "b", "a"]) await count(world.publisherDb, id);
    await expectSamples({
      sliceway_events_outbox_pending: 3,
      sliceway_events_outbox_oldest_age_seconds: positive,
    });
    isAway = false;
    await expectSamples({ sliceway_events_outbox_pending: 0, sliceway_events_outbox_oldest_age_seconds: 0 });
  });

  test("show how far a consumer is behind, and nothing of one that has stopped", async () => {
    const held = Promise.withResolvers<void>();
    await using _relay = world.relay({ metrics });
    const consumer = world.consumer(
      {
        "counting.Counted.v1": async (tx, event) => {
          await held.promise;
          await writeEffect(tx, event);
        },
      },
      { metrics },
    );
    for (let number = 0; number < 4; number++) await count(world.publisherDb, "a");
    await expectSamples({
      'sliceway_events_consumer_lag{source="counting"}': 4,
      'sliceway_events_consumer_oldest_age_seconds{source="counting"}': positive,
      sliceway_events_parked: 0,
    });
    held.resolve();
    await vi.waitFor(
      async () => expect(await effects(world.consumerDb)).toEqual({ a: [1, 2, 3, 4] }),
      10_000,
    );
    await expectSamples({ 'sliceway_events_consumer_lag{source="counting"}': 0 });
    await consumer[Symbol.asyncDispose]();
    const left = await names();
    expect(left).not.toContain('sliceway_events_consumer_lag{source="counting"}');
    expect(left).not.toContain("sliceway_events_parked");
  });
});
