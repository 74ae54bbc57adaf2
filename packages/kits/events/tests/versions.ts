import type { EventField, EventSchema } from "@sliceway/protocol";
import { createOutbox, createReactions, type Outbox, type Reaction, startConsumer } from "../src/index.ts";
import type { Producer } from "./conformance/producer.ts";
import { type EffectTables, log } from "./conformance/slice.ts";
import type { Subscriber } from "./conformance/subscriber.ts";
import type { World } from "./conformance/world.ts";

/** A slice that publishes and one that consumes, each with an earlier and a later release. */
export interface Versions extends AsyncDisposable {
  producer: Producer;
  subscriber: Subscriber;
  /** The old release publishes v1, the new one v2 and v1 beside it; the careless one has another v1 in its contract. */
  publish(release: "old" | "new" | "careless", id: string, to: number): Promise<void>;
  /** The old release takes v1, the new one v2 and, by an upcast, v1. */
  consume(release: "old" | "new", liveSince?: number): AsyncDisposable;
  /** For each effect of the new release, what it was made of. */
  given: string[];
  /** Whether the new release fails. */
  sick: boolean;
}

type V1 = { number: number };
type V2 = { to: number; by: string };
/** The types bear the name that the slice was given, so no type of the compiler's can list them. */
type Stepped = Record<string, V1 | V2>;

const numberOf = (data: V1 | V2) => ("to" in data ? data.to : data.number);
const schema = (title: string, properties: Record<string, EventField>): EventSchema => ({
  title,
  type: "object",
  properties,
  required: Object.keys(properties),
});

/** The relay of the slice that publishes runs already. */
export async function addVersions(world: World): Promise<Versions> {
  const [producer, subscriber] = [await world.addProducer(), await world.addSubscriber()];
  const [v1, v2] = [`${producer.source}.Stepped.v1`, `${producer.source}.Stepped.v2`];
  const first = { [v1]: schema(v1, { number: { type: "integer" } }) };
  const both = { ...first, [v2]: schema(v2, { to: { type: "integer" }, by: { type: "string" } }) };
  const careless = { [v1]: schema(v1, { number: { type: "number" } }) };

  const outboxes: Record<"old" | "new" | "careless", Outbox<Stepped>> = {
    old: createOutbox<Stepped>(first),
    new: createOutbox<Stepped>(both, { [v2]: { to: v1, change: (data) => ({ number: numberOf(data) }) } }),
    careless: createOutbox<Stepped>(careless),
  };
  const writeDown: Reaction<EffectTables, V1 | V2> = async (tx, { subject, data }) => {
    await tx
      .insertInto("effect")
      .values({ subject, number: numberOf(data) })
      .execute();
  };
  const takeNew: Reaction<EffectTables, V1 | V2> = async (tx, event) => {
    if (versions.sick) throw new Error("cannot take this");
    versions.given.push("by" in event.data ? event.data.by : "");
    await writeDown(tx, event);
  };
  const upcast = { to: v2, change: (data: V1 | V2) => ({ to: numberOf(data), by: "upcast" }) };
  const reactions = {
    old: createReactions<EffectTables, Stepped>(first, { [v1]: writeDown }),
    new: createReactions<EffectTables, Stepped>(both, { [v1]: upcast, [v2]: takeNew }),
  };
  const relay = producer.startRelay();
  const versions: Versions = {
    producer,
    subscriber,
    given: [],
    sick: false,
    async publish(release, subject, to) {
      const event =
        release === "new"
          ? { type: v2, subject, data: { to, by: "native" } }
          : { type: v1, subject, data: { number: to } };
      await producer.db.transaction().execute((tx) => outboxes[release].add(tx, event));
    },
    consume: (release, liveSince = 1) =>
      startConsumer({ ...subscriber, liveSince, reactions: reactions[release], log }),
    [Symbol.asyncDispose]: () => relay[Symbol.asyncDispose](),
  };
  return versions;
}
