import { sql } from "kysely";
import { afterAll, beforeAll, describe, test } from "vitest";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "../src/testing/index.ts";
import {
  countAll,
  expectEffects,
  readLeadership,
  startStage,
  startWriters,
  untilLeadership,
} from "./fencing/stage.ts";

const transports = ["postgres", "rabbitmq"] as const;
const isInstalled = findRabbitmqServer() !== undefined;
if (!isInstalled) console.warn(NO_RABBITMQ_SERVER);

describe.each(transports)("instances on %s", (transport) => {
  describe.skipIf(transport === "rabbitmq" && !isInstalled)("are fenced", { timeout: 120_000 }, () =>
    testFencing(transport),
  );
});

function testFencing(transport: (typeof transports)[number]): void {
  let stage: Awaited<ReturnType<typeof startStage>>;
  beforeAll(async () => {
    stage = await startStage(transport);
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  test.each(["between two events", "in a transaction"] as const)(
    "a consumer stopped %s is replaced, and what it does later has no effect",
    async (place) => {
      const ids = ["a", "b"].map((id) => `${id} ${place}`);
      await using _relay = stage.relay();
      await using stopped = stage.start(["consumer"], { place, nth: 10 });
      stopped.setLive(1);
      await countAll(stage, ids, 20);
      await stopped.untilPaused();
      stopped.freeze();
      {
        await using standby = stage.start(["consumer"]);
        standby.setLive(1);
        await expectEffects(stage, ids);
        stopped.thaw();
        stopped.goOn();
        await stopped.untilInterrupted();
        await countAll(stage, ids, 10);
        await expectEffects(stage, ids);
      }
      // It has gone back to waiting, and is the next one when the other dies.
      await countAll(stage, ids, 10);
      await expectEffects(stage, ids);
    },
  );

  test.each(["before it publishes", "after it has published"] as const)(
    "a relay stopped %s is replaced, and what it does later has no effect",
    async (place) => {
      const ids = ["a", "b"].map((id) => `${id} ${place}`);
      await using _consumer = stage.consumer();
      await using stopped = stage.start(["relay"], { place, nth: 1 });
      stopped.setLive(1);
      await countAll(stage, ids, 20);
      await stopped.untilPaused();
      stopped.freeze();
      const { term } = await readLeadership(stage, "relay");
      {
        await using standby = stage.start(["relay"]);
        standby.setLive(1);
        await untilLeadership(stage, "relay", (leadership) => leadership.term > term);
        await expectEffects(stage, ids);
        stopped.thaw();
        stopped.goOn();
        await stopped.untilInterrupted();
        await countAll(stage, ids, 10);
        await expectEffects(stage, ids);
      }
      await countAll(stage, ids, 10);
      await expectEffects(stage, ids);
    },
  );

  test("a newer release takes the leadership of an older one that is stopped at once", async () => {
    await using older = stage.start(["relay", "consumer"], { place: "between two events", nth: 10 });
    older.setLive(1);
    await countAll(stage, ["c"], 20);
    await older.untilPaused();
    older.freeze();
    // So that nobody takes it for silent, however long this takes.
    for (const db of [stage.world.publisherDb, stage.world.consumerDb]) {
      await sql`update sliceway.turn set renewed_at = 'infinity'`.execute(db);
    }
    await using newer = stage.start(["relay", "consumer"]);
    newer.setLive(2);
    await expectEffects(stage, ["c"]);
    older.thaw();
    older.goOn();
    await older.untilInterrupted();
    await countAll(stage, ["c"], 20);
    await expectEffects(stage, ["c"]);
  });

  test("the leadership goes back and forth 20 times under four writers: no gap, no repeat, no change of order", async () => {
    const ids = ["d", "e", "f"];
    await using one = stage.start(["relay", "consumer"]);
    await using other = stage.start(["relay", "consumer"]);
    const writers = startWriters(stage, ids);
    for (let revision = 1; revision <= 20; revision++) {
      const [next, before] = revision % 2 ? [one, other] : [other, one];
      // The news of a shift reaches instances in any order.
      if (revision % 4 < 2) before.setLive(null);
      next.setLive(revision);
      await untilLeadership(stage, "relay", ({ liveSince }) => liveSince === revision);
      await untilLeadership(stage, "consumer", ({ liveSince }) => liveSince === revision);
      before.setLive(null);
    }
    await writers.stop();
    await expectEffects(stage, ids);
  });
}
