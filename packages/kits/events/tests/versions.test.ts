import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { findRabbitmqServer } from "../src/testing/index.ts";
import { expectEffects, untilEffects, upTo } from "./conformance/expect.ts";
import type { Host } from "./conformance/host.ts";
import { startPostgresHost } from "./conformance/postgres-host.ts";
import { startRabbitmqHost } from "./conformance/rabbitmq-host.ts";
import { startTransportWorld, type World } from "./conformance/world.ts";
import { addVersions } from "./versions.ts";

describe("on PostgreSQL", () => testVersions(startPostgresHost));
describe.skipIf(!findRabbitmqServer())("on RabbitMQ", () => testVersions(startRabbitmqHost));

function testVersions(startHost: () => Promise<Host>): void {
  const stack = new AsyncDisposableStack();
  let world: World;
  beforeAll(async () => {
    const host = stack.use(await startHost());
    world = stack.use(await startTransportWorld(host));
  });
  afterAll(() => stack.disposeAsync());

  test.each([
    ["old", "old", []],
    ["new", "old", []],
    ["old", "new", ["upcast", "upcast", "upcast"]],
    ["new", "new", ["native", "native", "native"]],
  ] as const)(
    "what the %s release publishes has one effect in the %s one",
    async (publishing, consuming, given) => {
      await using versions = await addVersions(world);
      await using _consumer = versions.consume(consuming);
      for (const to of upTo(3)) await versions.publish(publishing, "a", to);
      // The same in another version has come before this.
      await versions.publish(publishing, "z", 1);
      await expectEffects(versions.subscriber, { a: upTo(3), z: [1] });
      expect(versions.given).toEqual([...given, ...given.slice(0, 1)]);
    },
  );

  test("what was published before a release took its version comes in its order", async () => {
    await using versions = await addVersions(world);
    {
      await using _consumer = versions.consume("old");
      for (const to of upTo(4)) await versions.publish(to % 2 ? "old" : "new", "a", to);
      await expectEffects(versions.subscriber, { a: upTo(4) });
    }
    for (const to of [5, 6, 7, 8, 9]) await versions.publish(to % 2 ? "old" : "new", "a", to);
    await using _consumer = versions.consume("new");
    await expectEffects(versions.subscriber, { a: upTo(9) });
    expect(versions.given).toEqual(["upcast", "native", "upcast", "native", "upcast"]);
  });

  test("nothing is lost, doubled or swapped while both slices go forth and back under writes", async () => {
    await using versions = await addVersions(world);
    const last = 100;
    const write = async (id: string) => {
      for (const to of upTo(last)) await versions.publish(to % 40 < 20 ? "old" : "new", id, to);
    };
    const swap = async () => {
      for (let round = 1; ; round++) {
        const before = Object.values(await versions.subscriber.effects()).flat().length;
        if (before === 2 * last) return;
        await using _consumer = versions.consume(round % 2 ? "old" : "new", round);
        await untilEffects(versions.subscriber, Math.min(before + 15, 2 * last));
      }
    };
    await Promise.all([write("a"), write("b"), swap()]);
    await using _consumer = versions.consume("new", 1_000);
    await versions.publish("new", "z", 1);
    await expectEffects(versions.subscriber, { a: upTo(last), b: upTo(last), z: [1] });
  });

  test("what the new one has set aside has its effect in the old one, once", async () => {
    await using versions = await addVersions(world);
    versions.sick = true;
    {
      await using _consumer = versions.consume("new", 1);
      for (const to of upTo(2)) await versions.publish("new", "a", to);
      const parked = sql`select 1 from sliceway.parked`;
      const look = async () => expect((await parked.execute(versions.subscriber.db)).rows).toHaveLength(4);
      await vi.waitFor(look, 20_000);
    }
    {
      await using _consumer = versions.consume("old", 2);
      await expectEffects(versions.subscriber, { a: [1, 2] });
    }
    versions.sick = false;
    await using _consumer = versions.consume("new", 3);
    await versions.publish("new", "a", 3);
    await expectEffects(versions.subscriber, { a: [1, 2, 3] });
  });

  test("what does not fit its schema is not published: the change comes to nothing", async () => {
    await using versions = await addVersions(world);
    await expect(versions.publish("new", "a", 1.5)).rejects.toMatchObject({
      code: "EVENT_DATA_UNFIT",
      message: expect.stringContaining("/to must be integer"),
    });
    expect((await sql`select 1 from sliceway.outbox`.execute(versions.producer.db)).rows).toEqual([]);
  });

  test("what does not fit the schema of its reader is set aside, with what is wrong", async () => {
    await using versions = await addVersions(world);
    await using _consumer = versions.consume("new");
    await versions.publish("careless", "a", 1.5);
    const reasons = sql<{ reason: string }>`select reason from sliceway.parked`;
    const look = async () => (await reasons.execute(versions.subscriber.db)).rows.map(({ reason }) => reason);
    await vi.waitFor(
      async () =>
        expect(await look()).toEqual([expect.stringMatching(/^EventDataError: .*\/number must be integer/)]),
      20_000,
    );
    expect(await versions.subscriber.effects()).toEqual({});
  });
}
