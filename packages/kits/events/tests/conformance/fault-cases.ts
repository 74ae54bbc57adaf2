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
      const teller = await world.addTeller();
      const [early, ...late] = [
        await world.addListener(),
        await world.addListener(),
        await world.addListener(),
      ];
      await using stack = new AsyncDisposableStack();
      stack.use(teller.startRelay());
      stack.use(early.hear([teller.type("Counted")]));
      const telling = Promise.all(AGGREGATES.map((id) => teller.tell(id, upTo(EACH))));
      await untilEffects(early, 20);
      await strike(host);
      // These are struck while they read what happened before them.
      for (const listener of late) {
        stack.use(listener.hear([teller.type("Counted")]));
        await untilEffects(listener, 10);
        await strike(host);
      }
      await telling;
      const expected = Object.fromEntries(AGGREGATES.map((id) => [id, upTo(EACH)]));
      for (const listener of [early, ...late]) await expectEffects(listener, expected);
      await vi.waitFor(async () => expect(await teller.pending()).toBe(0), { timeout: 30_000 });
    },
  );
}
