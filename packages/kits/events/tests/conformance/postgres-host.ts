import { createLogger, openDatabase } from "@sliceway/service-kit";
import { sql } from "kysely";
import { vi } from "vitest";
import { createPostgresTransport } from "../../src/index.ts";
import { startTestCluster } from "../../src/testing/index.ts";
import type { Host } from "./host.ts";
import { startProxy, throughProxy } from "./start-proxy.ts";

/** The log lies in a PostgreSQL of its own, so that the slices' databases live when it dies. */
export async function startPostgresHost(): Promise<Host> {
  await using stack = new AsyncDisposableStack();
  const cluster = stack.use(await startTestCluster());
  const proxy = stack.use(await startProxy(cluster.adminUrl));
  const log = createLogger({ name: "test", level: "silent" });
  const admin = stack.use(openDatabase({ url: cluster.adminUrl, name: "test" }, log)).db;
  const readPid = async () => {
    const { rows } = await sql<{ file: string }>`select pg_read_file('postmaster.pid') as file`.execute(
      admin,
    );
    return Number.parseInt(rows[0]?.file ?? "", 10);
  };
  const opened = stack.move();
  return {
    async addSlice(name) {
      const { eventsUrl } = await cluster.addSlice(name);
      return createPostgresTransport({ url: throughProxy(eventsUrl, proxy) });
    },
    cut: proxy.cut,
    mute: proxy.mute,
    async crash() {
      const killed = await readPid();
      process.kill(killed, "SIGKILL");
      await vi.waitFor(
        async () => {
          if ((await readPid()) === killed) throw new Error("still dying");
        },
        { timeout: 90_000, interval: 100 },
      );
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
