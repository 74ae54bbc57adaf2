import { expect, test, vi } from "vitest";
import { expectEffects, untilEffects, upTo } from "./expect.ts";
import type { Host } from "./host.ts";
import type { World } from "./world.ts";

const AGGREGATES = ["a", "b", "c", "d"];
const EACH = 150;
const LONG = { timeout: 300_000 };

export function testFaults(place: () => { host: Host; world: World }): void {
  const faults: [string, (host: Host) => Promise<void> | void][] = [
    ["its connections are cut", ({ cut }) => cut()],
    ["its connections are left half open", ({ mute }) => mute()],
    ["it is killed and comes back", ({ crash }) => crash()],
  ];

  test.each(faults)(
    "loses, doubles and swaps nothing when %s under four writers",
    LONG,
    async (_, strike) => {
      const { host, world } = place();
      const producer = await world.addProducer();
      const [early, ...late] = [
        await world.addSubscriber(),
        await world.addSubscriber(),
        await world.addSubscriber(),
      ];
      await using stack = new AsyncDisposableStack();
      stack.use(producer.startRelay());
      stack.use(early.consume([producer.type("Counted")]));
      const publishing = Promise.all(AGGREGATES.map((id) => producer.publish(id, upTo(EACH))));
      await untilEffects(early, 20);
      await strike(host);
      // These are struck while they read what happened before them.
      for (const subscriber of late) {
        stack.use(subscriber.consume([producer.type("Counted")]));
        await untilEffects(subscriber, 10);
        await strike(host);
      }
      await publishing;
      const expected = Object.fromEntries(AGGREGATES.map((id) => [id, upTo(EACH)]));
      for (const subscriber of [early, ...late]) await expectEffects(subscriber, expected);
      await vi.waitFor(async () => expect(await producer.pending()).toBe(0), { timeout: 30_000 });
    },
  );
}
