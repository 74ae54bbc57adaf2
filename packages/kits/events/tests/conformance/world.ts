import { resolve } from "node:path";
import { openDatabase } from "@sliceway/service-kit";
import { startTestCluster } from "../../src/testing/index.ts";
import type { Host } from "./host.ts";
import { createProducer, type Producer } from "./producer.ts";
import { type EffectTables, log, type Slice } from "./slice.ts";
import { createSubscriber, type Subscriber } from "./subscriber.ts";

const migrations = resolve(import.meta.dirname, "../migrations");

/** Slices with databases of their own around a host. */
export interface World extends AsyncDisposable {
  /** A slice in which things happen. To the name comes a number that no other slice has. */
  addProducer(name?: string): Promise<Producer>;
  /** A slice that consumes; named likewise. */
  addSubscriber(name?: string): Promise<Subscriber>;
}

let made = 0;

export async function startTransportWorld(host: Host): Promise<World> {
  const stack = new AsyncDisposableStack();
  const cluster = stack.use(await startTestCluster());
  const addSlice = async (kind: string): Promise<Slice> => {
    const name = `${kind}-${++made}`;
    const { databaseUrl } = await cluster.addSlice(name, migrations);
    const { db } = stack.use(openDatabase<EffectTables>({ url: databaseUrl, name: "test" }, log));
    return { name, databaseUrl, db, transport: await host.addSlice(name) };
  };
  return {
    addProducer: async (name = "publishing") => createProducer(await addSlice(name)),
    addSubscriber: async (name = "consuming") => createSubscriber(await addSlice(name)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
