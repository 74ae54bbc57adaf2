import { afterAll, beforeAll, describe } from "vitest";
import { testDelivery } from "./delivery-cases.ts";
import { testFaults } from "./fault-cases.ts";
import { testHistory } from "./history-cases.ts";
import type { Host } from "./host.ts";
import { startTransportWorld, type World } from "./world.ts";

/** What every transport must do; `startHost` starts the one under test. */
export function testConformance(startHost: () => Promise<Host>): void {
  const stack = new AsyncDisposableStack();
  let host: Host;
  let world: World;
  beforeAll(async () => {
    host = stack.use(await startHost());
    world = stack.use(await startTransportWorld(host));
  });
  afterAll(() => stack.disposeAsync());

  describe("delivery", () => testDelivery(() => world));
  describe("history", () => testHistory(() => world));
  describe("faults", () => testFaults(() => ({ host, world })));
}
