import {
  createTestGateway,
  startTestRegistry,
  type TestGateway,
  type TestRegistry,
} from "@sliceway/subgraph-kit/testing";
import type { Kysely } from "kysely";
import type { PublishingTables } from "../programs/change.ts";
import type { ConsumingTables } from "../programs/effect.ts";
import type { Carrier } from "./carrier.ts";
import { openTables } from "./open-tables.ts";
import { startBroker } from "./start-broker.ts";
import { startEventsDatabase } from "./start-events-database.ts";
import { type Slices, startSlices } from "./start-slices.ts";

export type TransportName = "postgres" | "rabbitmq";

/** Where a slice's processes find what they need. */
export interface SliceAddress {
  name: string;
  databaseUrl: string;
  /** Or `amqpUrl`, with RabbitMQ. */
  eventsUrl?: string;
  amqpUrl?: string;
}

/** A slice that publishes, and one with the consumer that reads it. */
export interface Pair {
  source: SliceAddress;
  consuming: SliceAddress;
  /** Name of the consumer. */
  consumer: string;
  sourceDb: Kysely<PublishingTables>;
  consumingDb: Kysely<ConsumingTables>;
}

/** Everything that processes under trial talk to. */
export interface World extends AsyncDisposable {
  /** A folder for whatever lasts as long as the world. */
  readonly dir: string;
  readonly migrationsDir: string;
  readonly carrier: Carrier;
  readonly registry: TestRegistry;
  readonly gateway: TestGateway;
  /** Makes a slice that publishes, and a consumer of it. All consumers live in one slice. */
  openPair(source: string): Promise<Pair>;
}

export async function startWorld(transport: TransportName): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const slices = stack.use(await startSlices());
  const carrier = stack.use(await (transport === "postgres" ? startEventsDatabase() : startBroker()));
  const gateway = await createTestGateway();
  const registry = stack.use(await startTestRegistry([gateway.publicKey]));
  // Servers answer requests; relays and consumers are processes of their own.
  registry.liveSince = null;
  const consuming = await addSlice("consuming", slices, carrier);
  const opened = stack.move();
  const open = <DB>(url: string) => opened.adopt(openTables<DB>(url), (db) => db.destroy());
  const consumingDb = open<ConsumingTables>(consuming.databaseUrl);
  return {
    dir: slices.dir,
    migrationsDir: slices.migrationsDir,
    carrier,
    registry,
    gateway,
    async openPair(name) {
      const source = await addSlice(name, slices, carrier);
      const sourceDb = open<PublishingTables>(source.databaseUrl);
      return { source, consuming, consumer: `${name}-reader`, sourceDb, consumingDb };
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function addSlice(name: string, slices: Slices, carrier: Carrier): Promise<SliceAddress> {
  return { name, databaseUrl: await slices.add(name), ...(await carrier.addSlice(name)) };
}
