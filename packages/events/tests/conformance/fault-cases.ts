import { expect, test, vi } from "vitest";
import { expectEffects, untilEffects, upTo } from "./expect.ts";
import type { Host } from "./host.ts";
import type { World } from "./world.ts";

const AGGREGATES = ["a", "b", "c", "d"];
const EACH = 150;

export function testFaults(place: () => { host: Host; world: World }): void {
  const faults: [string, (host: Host) => Promise<void> | void][] = [
    ["its connections are cut", ({ cut }) => cut()],
    ["its connections are left half open", ({ mute }) => mute()],
    ["it is killed and comes back", ({ crash }) => crash()],
  ];

  test.each(faults)(
    "loses, doubles and swaps nothing when %s under four writers",
    async (_name, strike) => {
      const { host, world } = place();
      const teller = await world.addTeller();
      const listener = await world.addListener();
      await using _relay = teller.startRelay();
      await using _consumer = listener.hear([teller.type("Counted")]);
      const telling = Promise.all(AGGREGATES.map((id) => teller.tell(id, upTo(EACH))));
      for (const count of [20, 150, 300]) {
        await untilEffects(listener, count);
        await strike(host);
      }
      await telling;
      await expectEffects(listener, Object.fromEntries(AGGREGATES.map((id) => [id, upTo(EACH)])));
      await vi.waitFor(async () => expect(await teller.pending()).toBe(0), { timeout: 30_000 });
    },
    180_000,
  );
}
