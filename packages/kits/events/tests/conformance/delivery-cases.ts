import { expect, test } from "vitest";
import { expectEffects, untilEffects, upTo } from "./expect.ts";
import { numberOf, settle, take } from "./subscriber.ts";
import type { World } from "./world.ts";

export function testDelivery(world: () => World): void {
  test("delivers whole events, in the order in which they were published", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using subscription = await subscriber.subscribe([type("Counted")]);
    await using publisher = await transport.openPublisher(source);
    const first = event("a", 1);
    await publisher.publish([first]);
    const [delivery] = await subscription.next(AbortSignal.timeout(30_000));
    expect(delivery?.event).toEqual(first);
    if (delivery) await settle(delivery, subscriber);

    const rest = upTo(250).map((number) => event("a", number));
    await publisher.publish(rest.slice(0, 150));
    await publisher.publish(rest.slice(150));
    expect(await take(250, subscription, subscriber)).toEqual(upTo(250));
  });

  test("delivers only the types that are asked for", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using subscription = await subscriber.subscribe([type("Counted")]);
    await using publisher = await transport.openPublisher(source);
    await publisher.publish([event("a", 1), event("a", 2, "Renamed"), event("a", 3)]);
    expect(await take(2, subscription, subscriber)).toEqual([1, 3]);
  });

  test("answers after about a second if there is nothing, and at once if it is to stop", async () => {
    const subscriber = await world().addSubscriber();
    await using subscription = await subscriber.subscribe(["nothing.Happened.v1"]);
    expect(await subscription.next(new AbortController().signal)).toEqual([]);
    expect(await subscription.next(AbortSignal.abort())).toEqual([]);
  });

  test("delivers again what was not settled", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    {
      await using subscription = await subscriber.subscribe([type("Counted")]);
      await publisher.publish(upTo(3).map((number) => event("a", number)));
      const [first] = await subscription.next(AbortSignal.timeout(30_000));
      if (first) await settle(first, subscriber);
      expect(first && numberOf(first)).toBe(1);
    }
    await using subscription = await subscriber.subscribe([type("Counted")]);
    expect(await take(2, subscription, subscriber)).toEqual([2, 3]);
  });

  test("lets a batch that is published twice, and then once more in part, have one effect", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using _consumer = subscriber.consume([type("Counted")]);
    await using publisher = await transport.openPublisher(source);
    const events = upTo(20).map((number) => event("a", number));
    await publisher.publish(events);
    await publisher.publish(events);
    await publisher.publish([...events.slice(10), event("a", 21)]);
    await expectEffects(subscriber, { a: upTo(21) });
  });

  test("gives every consumer all of it", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscribers = [await world().addSubscriber(), await world().addSubscriber()];
    await using publisher = await transport.openPublisher(source);
    await using stack = new AsyncDisposableStack();
    for (const subscriber of subscribers) stack.use(subscriber.consume([type("Counted")]));
    await publisher.publish(upTo(5).map((number) => event("a", number)));
    for (const subscriber of subscribers) await expectEffects(subscriber, { a: upTo(5) });
  });

  test("refuses from a slice what has happened in another", async () => {
    const { source, transport } = await world().addProducer();
    const other = await world().addProducer();
    await using publisher = await transport.openPublisher(source);
    await expect(publisher.publish([other.event("a", 1)])).rejects.toThrow(
      /row-level security|cannot publish/,
    );
  });

  test("hands over from one consumer to the next without a gap or a repetition", async () => {
    const producer = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using _relay = producer.startRelay();
    const publishing = Promise.all(["a", "b", "c", "d"].map((id) => producer.publish(id, upTo(60))));
    let consumer = subscriber.consume([producer.type("Counted")], { liveSince: 1 });
    for (let liveSince = 2; liveSince <= 5; liveSince++) {
      await untilEffects(subscriber, 40 * liveSince);
      const newer = subscriber.consume([producer.type("Counted")], { liveSince });
      await consumer[Symbol.asyncDispose]();
      consumer = newer;
    }
    await using _last = consumer;
    await publishing;
    await expectEffects(subscriber, { a: upTo(60), b: upTo(60), c: upTo(60), d: upTo(60) });
  });
}
