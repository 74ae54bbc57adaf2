import { createLogger } from "@sliceway/service-kit";
import { sql } from "kysely";
import { expect, vi } from "vitest";
import { createPostgresTransport, createRabbitmqTransport } from "../../src/index.ts";
import { startTestBroker } from "../../src/testing/index.ts";
import { count, effects, startWorld } from "../world.ts";
import type { Settings } from "./messages.ts";
import { startInstance } from "./start-instance.ts";

type Role = "relay" | "consumer";
type Stage = Awaited<ReturnType<typeof startStage>>;

const log = createLogger({ name: "test", level: "silent" });

/** Two slices with their events on one transport, and instances of them in processes of their own. */
export async function startStage(transport: "postgres" | "rabbitmq") {
  await using stack = new AsyncDisposableStack();
  const world = stack.use(await startWorld());
  const amqpUrl = transport === "rabbitmq" ? stack.use(await startTestBroker()).url : undefined;
  const slices = { relay: world.counting, consumer: world.listening };
  const open = ({ eventsUrl }: { eventsUrl: string }) =>
    amqpUrl ? createRabbitmqTransport({ url: amqpUrl, log }) : createPostgresTransport({ url: eventsUrl });
  const opened = stack.move();
  return {
    world,
    /** A relay and a consumer in this process. */
    relay: () => world.relay({ transport: open(world.counting) }),
    consumer: () => world.consumer(undefined, { transport: open(world.listening) }),
    start(roles: Role[], pauseAt?: Settings["pauseAt"]) {
      const addresses = roles.map((role) => [role, { ...slices[role], amqpUrl }] as const);
      return startInstance({ ...Object.fromEntries(addresses), pauseAt });
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Changes each of the aggregates so often, all at the same time. */
export async function countAll({ world }: Stage, ids: string[], times: number): Promise<void> {
  const countOne = async (id: string) => {
    for (let time = 0; time < times; time++) await count(world.publisherDb, id);
  };
  await Promise.all(ids.map(countOne));
}

/** Four writers that change any of the aggregates until they are stopped. */
export function startWriters({ world }: Stage, ids: string[]): { stop(): Promise<void> } {
  let stopped = false;
  const write = async (_: unknown, writer: number) => {
    for (let number = writer; !stopped; number++)
      await count(world.publisherDb, ids[number % ids.length] ?? "");
  };
  const writing = Array.from({ length: 4 }, write);
  return {
    async stop() {
      stopped = true;
      await Promise.all(writing);
    },
  };
}

/** Waits until each change of the aggregates has had its effect, once and in order. */
export async function expectEffects({ world }: Stage, ids: string[]): Promise<void> {
  const versions = await world.publisherDb
    .selectFrom("aggregate")
    .selectAll()
    .where("id", "in", ids)
    .execute();
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  const expected = versions.map(({ id, version }) => [id, upTo(version)] as const).sort();
  const happened = async () =>
    Object.entries(await effects(world.consumerDb))
      .filter(([id]) => ids.includes(id))
      .sort();
  await vi.waitFor(async () => expect(await happened()).toEqual(expected), {
    timeout: 45_000,
    interval: 100,
  });
}

/** Who leads: the how-manieth leader, and since when its release is live. */
export async function readLeadership({ world }: Stage, role: Role) {
  const db = role === "relay" ? world.publisherDb : world.consumerDb;
  const { rows } = await sql<{ term: number; liveSince: number }>`
    select term::int, live_since::int as "liveSince" from sliceway.turn where name like ${`${role}%`}
  `.execute(db);
  return rows[0] ?? { term: 0, liveSince: 0 };
}

/** Waits until somebody leads of whom that is true. */
export async function untilLeadership(
  stage: Stage,
  role: Role,
  isMeant: (leadership: Awaited<ReturnType<typeof readLeadership>>) => boolean,
): Promise<void> {
  await vi.waitUntil(async () => isMeant(await readLeadership(stage, role)), {
    timeout: 45_000,
    interval: 20,
  });
}
