import { expect, test } from "vitest";
import { expectEffects, fromTo, untilEffects, upTo } from "./expect.ts";
import { take, takeRest } from "./subscriber.ts";
import type { World } from "./world.ts";

/** On a machine that has much else to do. */
const LONG = { timeout: 180_000 };
const AGGREGATES = ["a", "b", "c", "d"];
const EACH = 60;
const ALL = AGGREGATES.length * EACH;
const byValue = (one: number, other: number) => one - other;

export function testHistory(world: () => World): void {
  test("gives a late subscriber all that ever happened, in order, then what is new", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    await publisher.publish(upTo(250).map((number) => event("a", number)));
    await using subscription = await subscriber.subscribe([type("Counted")]);
    expect(await take(250, subscription, subscriber)).toEqual(upTo(250));
    await publisher.publish(fromTo(251, 260).map((number) => event("a", number)));
    expect(await take(10, subscription, subscriber)).toEqual(fromTo(251, 260));
  });

  test("loses and swaps nothing for subscribers that come while four writers write", LONG, async () => {
    const producers = [await world().addProducer(), await world().addProducer()];
    const types = producers.map(({ type }) => type("Counted"));
    await using stack = new AsyncDisposableStack();
    for (const producer of producers) stack.use(producer.startRelay());
    const publishing = Promise.all(
      producers.flatMap(({ publish, source }) =>
        ["a", "b"].map((id) => publish(`${source}/${id}`, upTo(60))),
      ),
    );
    const first = await world().addSubscriber();
    stack.use(first.consume(types));
    const subscribers = [first];
    for (const count of [30, 90, 160]) {
      await untilEffects(first, count);
      const late = await world().addSubscriber();
      stack.use(late.consume(types));
      subscribers.push(late);
    }
    await publishing;
    const expected = producers.flatMap(({ source }) => ["a", "b"].map((id) => [`${source}/${id}`, upTo(60)]));
    for (const subscriber of subscribers) await expectEffects(subscriber, Object.fromEntries(expected));
  });

  test("gives a consumer that takes one more type what happened of that type before", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    const name = (number: number) => (number % 2 ? "Odd" : "Even");
    const publish = (numbers: number[]) =>
      publisher.publish(numbers.map((number) => event("a", number, name(number))));
    await publish(upTo(20));
    {
      await using subscription = await subscriber.subscribe([type("Odd")]);
      expect(await take(10, subscription, subscriber)).toEqual(fromTo(1, 20).filter((number) => number % 2));
    }
    await publish(fromTo(21, 30));
    await using subscription = await subscriber.subscribe([type("Odd"), type("Even")]);
    await publish(fromTo(31, 40));
    const evenBefore = upTo(20).filter((number) => number % 2 === 0);
    expect(await take(30, subscription, subscriber)).toEqual([...evenBefore, ...fromTo(21, 40)]);
  });

  test.each([
    ["from a consumer that is at work", 40],
    ["after a time without one", ALL],
  ])("brings one more type into one order with the others, taken over %s", LONG, async (_name, published) => {
    const producer = await world().addProducer();
    const subscriber = await world().addSubscriber();
    const [odd, even] = [producer.type("Odd"), producer.type("Even")];
    await using _relay = producer.startRelay();
    const publishing = Promise.all(
      AGGREGATES.map(async (id) => {
        for (const number of upTo(EACH)) await producer.publish(id, [number], number % 2 ? "Odd" : "Even");
      }),
    );
    const older = subscriber.consume([odd], { liveSince: 1 });
    await untilEffects(subscriber, 40);
    if (published === ALL) {
      await older[Symbol.asyncDispose]();
      await publishing;
    }
    await using _newer = subscriber.consume([odd, even], { liveSince: 2 });
    await untilEffects(subscriber, ALL);
    await older[Symbol.asyncDispose]();
    await publishing;
    for (const numbers of Object.values(await subscriber.effects())) {
      const start = numbers.findIndex((number) => number % 2 === 0);
      expect(numbers.toSorted(byValue)).toEqual(upTo(EACH));
      expect(numbers.slice(0, start)).toEqual(numbers.slice(0, start).toSorted(byValue));
      expect(numbers.slice(start)).toEqual(numbers.slice(start).toSorted(byValue));
    }
  });

  test("takes up again, where it left it, a type that a release in between has not taken", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    const name = (number: number) => (number % 2 ? "Odd" : "Even");
    const publish = (numbers: number[]) =>
      publisher.publish(numbers.map((number) => event("a", number, name(number))));
    const consume = async (names: string[], numbers: number[], count: number) => {
      await using subscription = await subscriber.subscribe(names.map(type));
      await publish(numbers);
      const taken = await take(count, subscription, subscriber);
      await takeRest(subscription, subscriber);
      return taken;
    };
    expect(await consume(["Odd", "Even"], upTo(10), 10)).toEqual(upTo(10));
    expect(await consume(["Odd"], fromTo(11, 20), 5)).toEqual([11, 13, 15, 17, 19]);
    // Inboxes do not remember for ever.
    subscriber.received.clear();
    expect(await consume(["Odd", "Even"], fromTo(21, 24), 9)).toEqual([12, 14, 16, 18, 20, 21, 22, 23, 24]);
  });

  test("brings one more type although an older consumer, fenced already, is still there, and then all is quiet", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    await publisher.publish(upTo(10).map((number) => event("a", number, number % 2 ? "Odd" : "Even")));
    let isFenced = false;
    const hold = async () => {
      if (isFenced) throw new Error("fenced");
    };
    const older = await subscriber.subscribe([type("Odd")], hold);
    expect(await take(5, older, subscriber)).toEqual([1, 3, 5, 7, 9]);
    isFenced = true;
    await using newer = await subscriber.subscribe([type("Odd"), type("Even")]);
    await older.next(new AbortController().signal).catch(() => []);
    await older[Symbol.asyncDispose]();
    expect(await take(5, newer, subscriber)).toEqual([2, 4, 6, 8, 10]);
  });

  test("serves consumers that come in the same moment as their source", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscribers = await Promise.all(upTo(3).map(() => world().addSubscriber()));
    const opening = transport.openPublisher(source);
    await using stack = new AsyncDisposableStack();
    const subscriptions = await Promise.all(subscribers.map(({ subscribe }) => subscribe([type("Counted")])));
    for (const subscription of subscriptions) stack.use(subscription);
    await using publisher = await opening;
    await publisher.publish(upTo(3).map((number) => event("a", number)));
    const taking = subscriptions.map(async (subscription, index) => {
      const subscriber = subscribers[index];
      return subscriber && (await take(3, subscription, subscriber));
    });
    expect(await Promise.all(taking)).toEqual([upTo(3), upTo(3), upTo(3)]);
  });

  test("goes on with a history where it was interrupted", async () => {
    const { source, transport, event, type } = await world().addProducer();
    const subscriber = await world().addSubscriber();
    await using publisher = await transport.openPublisher(source);
    await publisher.publish(upTo(200).map((number) => event("a", number)));
    const interrupt = Promise.withResolvers<void>();
    const before = (number: number) => (number === 120 ? interrupt.resolve() : undefined);
    const first = subscriber.consume([type("Counted")], { before });
    await interrupt.promise;
    await first[Symbol.asyncDispose]();
    await publisher.publish(fromTo(201, 210).map((number) => event("a", number)));
    await using _second = subscriber.consume([type("Counted")]);
    await expectEffects(subscriber, { a: upTo(210) });
  });
}
