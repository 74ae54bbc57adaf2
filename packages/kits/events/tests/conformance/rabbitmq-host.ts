import { createLogger } from "@sliceway/service-kit";
import { createRabbitmqTransport } from "../../src/index.ts";
import { startTestBroker, type TestBroker } from "../../src/testing/index.ts";
import type { Host } from "./host.ts";
import { startProxy, throughProxy } from "./start-proxy.ts";

export interface RabbitmqHost extends Host {
  broker: TestBroker;
}

export async function startRabbitmqHost(): Promise<RabbitmqHost> {
  await using stack = new AsyncDisposableStack();
  const broker = stack.use(await startTestBroker());
  const proxy = stack.use(await startProxy(broker.url));
  const url = throughProxy(broker.url, proxy);
  const log = createLogger({ name: "test", level: "silent" });
  const opened = stack.move();
  return {
    broker,
    addSlice: async () => createRabbitmqTransport({ url, log }),
    cut: proxy.cut,
    mute: proxy.mute,
    async crash() {
      await broker.kill();
      await broker.start();
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
