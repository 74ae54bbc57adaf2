import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareEventsDatabase } from "@sliceway/events";
import { provisionDatabase, startPostgres } from "@sliceway/postgres";
import { prepareTestHome } from "@sliceway/postgres/testing";
import { createLogger } from "@sliceway/service-kit";
import type { Carrier } from "./carrier.ts";

const log = createLogger({ name: "events database", level: "silent" });

/** The database `events` in a PostgreSQL of its own, which can be stopped while those of the slices go on. */
export async function startEventsDatabase(): Promise<Carrier> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), "sliceway-events-"));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  await prepareTestHome(home);
  let postgres = await startPostgres({ home, log });
  stack.defer(() => postgres[Symbol.asyncDispose]());
  const { adminUrl } = postgres;
  await prepareEventsDatabase(
    await provisionDatabase(adminUrl, { name: "events", password: randomUUID() }),
    log,
  );
  const opened = stack.move();
  return {
    name: "the events database",
    async addSlice(slice) {
      // The role is what matters: the log takes from it what its name says.
      const url = await provisionDatabase(adminUrl, { name: slice, password: randomUUID() });
      return { eventsUrl: Object.assign(new URL(url), { pathname: "/events" }).href };
    },
    stop: async () => postgres[Symbol.asyncDispose](),
    async start() {
      postgres = await startPostgres({ home, log });
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
