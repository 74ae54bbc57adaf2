import { type AsyncMessage, Connection } from "rabbitmq-client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkRabbitmq, createRabbitmqTransport } from "../src/index.ts";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "../src/testing/index.ts";
import { expectEffects, upTo } from "./conformance/expect.ts";
import { type RabbitmqHost, startRabbitmqHost } from "./conformance/rabbitmq-host.ts";
import { log } from "./conformance/slice.ts";
import { numberOf, take } from "./conformance/subscriber.ts";
import { startTransportWorld, type World } from "./conformance/world.ts";

const isInstalled = findRabbitmqServer() !== undefined;
if (!isInstalled) console.warn(NO_RABBITMQ_SERVER);

describe.skipIf(!isInstalled)("on RabbitMQ", () => {
  const stack = new AsyncDisposableStack();
  let host: RabbitmqHost;
  let world: World;
  let client: Connection;
  beforeAll(async () => {
    host = stack.use(await startRabbitmqHost());
    world = stack.use(await startTransportWorld(host));
    client = new Connection(host.broker.url);
    client.on("error", () => {});
    stack.defer(() => client.unsafeDestroy());
  });
  afterAll(() => stack.disposeAsync());

  /** Takes one message from a queue of its own. */
  async function takeMessage(queue: string): Promise<AsyncMessage> {
    const { promise, resolve } = Promise.withResolvers<AsyncMessage>();
    await using channel = Object.assign(await client.acquire(), {
      [Symbol.asyncDispose]: () => channel.close(),
    });
    await channel.basicConsume({ queue, noAck: true }, resolve);
    return await promise;
  }

  test("an event is a persistent CloudEvent in structured mode, under its type and id", async () => {
    const { source, transport, event, type } = await world.addProducer();
    const { queue } = await client.queueDeclare({ exclusive: false, autoDelete: true });
    await using publisher = await transport.openPublisher(source);
    await client.queueBind({ queue, exchange: "sliceway.events", routingKey: type("Counted") });
    const sent = event("a", 1);
    await publisher.publish([sent]);
    const { body, ...message } = await takeMessage(queue);
    expect(message).toMatchObject({
      messageId: sent.id,
      contentType: "application/cloudevents+json",
      deliveryMode: 2,
      routingKey: type("Counted"),
    });
    expect(JSON.parse(String(body))).toEqual(sent);
  });

  test("a message that is no event is moved with its reason, and does not stop the queue", async () => {
    const { source, transport, event, type } = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using publisher = await transport.openPublisher(source);
    await using subscription = await subscriber.subscribe([type("Counted")]);
    const nonsense = { exchange: "sliceway.events", routingKey: type("Counted"), messageId: "n" };
    await using sender = Object.assign(client.createPublisher({ confirm: true }), {
      [Symbol.asyncDispose]: () => sender.close(),
    });
    await sender.send(nonsense, Buffer.from("{ no event"));
    await publisher.publish([event("a", 1)]);
    expect(await take(1, subscription, subscriber)).toEqual([1]);
    const { headers, body } = await takeMessage(`sliceway.${subscriber.consumer}.invalid`);
    expect(headers).toMatchObject({ "sliceway-reason": expect.stringContaining("JSON") });
    expect(String(body)).toBe("{ no event");
  });

  test("an event of a publisher that knows nothing of us is delivered", async () => {
    const { source, transport, event, type } = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using _publisher = await transport.openPublisher(source);
    await using subscription = await subscriber.subscribe([type("Counted")]);
    await using sender = Object.assign(client.createPublisher({ confirm: true }), {
      [Symbol.asyncDispose]: () => sender.close(),
    });
    const envelope = { exchange: "sliceway.events", routingKey: type("Counted") };
    for (const number of upTo(3)) await sender.send(envelope, event("a", number));
    expect(await take(3, subscription, subscriber)).toEqual(upTo(3));
  });

  test("an event that no queue takes is refused, and the next publisher makes the history anew", async () => {
    const { source, transport, event } = await world.addProducer();
    {
      await using publisher = await transport.openPublisher(source);
      await client.queueDelete({ queue: `sliceway.history.${source}` });
      const refusal = { code: "EVENT_UNROUTABLE" };
      await expect(publisher.publish([event("a", 1)])).rejects.toMatchObject(refusal);
      await expect(publisher.publish([event("a", 2)])).rejects.toMatchObject(refusal);
    }
    await using publisher = await transport.openPublisher(source);
    await publisher.publish([event("a", 1)]);
  });

  test("a consumer whose queue was deleted reads it anew from the histories, without a second effect", async () => {
    const producer = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using _relay = producer.startRelay();
    await using _consumer = subscriber.consume([producer.type("Counted")]);
    await producer.publish("a", upTo(10));
    await expectEffects(subscriber, { a: upTo(10) });
    await client.queueDelete({ queue: `sliceway.${subscriber.consumer}` });
    await producer.publish("a", [11, 12, 13]);
    await expectEffects(subscriber, { a: upTo(13) });
  });

  test("of two subscriptions one is served, the other when that is gone", async () => {
    const { source, transport, event, type } = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using publisher = await transport.openPublisher(source);
    const first = await subscriber.subscribe([type("Counted")]);
    await publisher.publish(upTo(2).map((number) => event("a", number)));
    expect(await take(2, first, subscriber)).toEqual([1, 2]);
    await using second = await subscriber.subscribe([type("Counted")]);
    await publisher.publish([event("a", 3)]);
    expect(await take(1, first, subscriber)).toEqual([3]);
    expect((await second.next(new AbortController().signal)).map(numberOf)).not.toContain(4);
    await first[Symbol.asyncDispose]();
    await publisher.publish([event("a", 4)]);
    expect(await take(1, second, subscriber)).toEqual([4]);
  });

  test("says how many events wait for a consumer", async () => {
    const { source, transport, event, type } = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using publisher = await transport.openPublisher(source);
    {
      await using subscription = await subscriber.subscribe([type("Counted")]);
      await publisher.publish(upTo(5).map((number) => event("a", number)));
      await take(5, subscription, subscriber);
    }
    await publisher.publish(upTo(250).map((number) => event("a", number)));
    await using subscription = await subscriber.subscribe([type("Counted")]);
    const look = async () =>
      expect(await subscription.lag?.()).toEqual([
        { source: "*", events: expect.toSatisfy((events) => events >= 250), oldestAgeSeconds: null },
      ]);
    await vi.waitFor(look, 10_000);
  });

  test("histories are kept as long as is said when they are made", async () => {
    const { source } = await world.addProducer();
    for (const historyMaxAge of ["30D", "90D"]) {
      const transport = createRabbitmqTransport({ url: host.broker.url, log, historyMaxAge });
      await using _publisher = await transport.openPublisher(source);
    }
    const queues = await host.broker.control("list_queues", "name", "arguments", "--quiet");
    expect(queues.split("\n").find((line) => line.includes(`history.${source}`))).toContain("30D");
  });

  test("a broker that has stopped is noticed on both sides, and nothing is lost", async () => {
    const producer = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using _relay = producer.startRelay();
    await using _consumer = subscriber.consume([producer.type("Counted")]);
    await producer.publish("a", upTo(5));
    await expectEffects(subscriber, { a: upTo(5) });
    await using publisher = await producer.transport.openPublisher(producer.source);
    await using subscription = await subscriber.subscribe([producer.type("Counted")]);
    host.broker.suspend();
    try {
      await producer.publish("a", [6, 7, 8]);
      await expect(publisher.publish([producer.event("b", 1)])).rejects.toThrow(/RabbitMQ/);
      const askOn = async () => {
        while (true) await subscription.next(new AbortController().signal);
      };
      await expect(askOn()).rejects.toMatchObject({ code: "BROKER_LOST" });
      expect(await producer.pending()).toBe(3);
    } finally {
      host.broker.resume();
    }
    await vi.waitFor(async () => expect(await subscriber.effects()).toMatchObject({ a: upTo(8) }), 60_000);
  });

  test("a broker without memory is waited for, and named", async () => {
    const producer = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using _relay = producer.startRelay();
    await using _consumer = subscriber.consume([producer.type("Counted")]);
    await producer.publish("a", upTo(5));
    await expectEffects(subscriber, { a: upTo(5) });
    await using publisher = await producer.transport.openPublisher(producer.source);
    await host.broker.control("set_vm_memory_high_watermark", "absolute", "1MB");
    try {
      await producer.publish("a", [6, 7]);
      await expect(publisher.publish([producer.event("b", 1)])).rejects.toMatchObject({
        code: "BROKER_BLOCKED",
      });
    } finally {
      await host.broker.control("set_vm_memory_high_watermark", "absolute", "512MB");
    }
    await vi.waitFor(async () => expect(await subscriber.effects()).toMatchObject({ a: upTo(7) }), 60_000);
  });

  test("whoever is not let in learns where, and not with which password", async () => {
    const url = Object.assign(new URL(host.broker.url), { password: "opensesame" }).href;
    const failure = await checkRabbitmq(url).catch((error: Error) => error);
    expect(failure).toMatchObject({
      code: "BROKER_UNREACHABLE",
      message: expect.stringContaining("127.0.0.1"),
    });
    expect(JSON.stringify([failure, String(failure), (failure as Error).stack])).not.toContain("opensesame");
    await expect(checkRabbitmq(host.broker.url)).resolves.toBeUndefined();
  });
});

test.skipIf(!isInstalled)(
  "a broker that is killed while it makes its first queues does not stay without them",
  async () => {
    await using host = await startRabbitmqHost();
    await using world = await startTransportWorld(host);
    const producer = await world.addProducer();
    const subscriber = await world.addSubscriber();
    await using _relay = producer.startRelay();
    await using _consumer = subscriber.consume([producer.type("Counted")]);
    await producer.publish("a", upTo(5));
    const client = new Connection(host.broker.url);
    client.on("error", () => {});
    for (const queue of [`history.${producer.source}`, subscriber.consumer]) {
      const look = () => client.queueDeclare({ queue: `sliceway.${queue}`, passive: true });
      await vi.waitFor(look, { timeout: 20_000, interval: 5 });
    }
    client.unsafeDestroy();
    await host.crash();
    await expectEffects(subscriber, { a: upTo(5) });
  },
);

test("what is no address of RabbitMQ is refused", async () => {
  await expect(checkRabbitmq("http://localhost:5672")).rejects.toMatchObject({ code: "AMQP_URL_INVALID" });
  expect(() => createRabbitmqTransport({ url: "rabbit", log })).toThrow(/amqp:/);
  await expect(checkRabbitmq("amqp://127.0.0.1:1")).rejects.toMatchObject({ code: "BROKER_UNREACHABLE" });
});
