import { type AsyncMessage, Connection } from "rabbitmq-client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkRabbitmq, createRabbitmqTransport } from "../src/index.ts";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "../src/testing/index.ts";
import { expectEffects, upTo } from "./conformance/expect.ts";
import { numberOf, take } from "./conformance/listener.ts";
import { type RabbitmqHost, startRabbitmqHost } from "./conformance/rabbitmq-host.ts";
import { log, startTransportWorld, type World } from "./conformance/world.ts";

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
    const { source, transport, event, type } = await world.addTeller();
    const { queue } = await client.queueDeclare({ exclusive: false, autoDelete: true });
    await using publisher = await transport.openPublisher(source);
    await client.queueBind({ queue, exchange: "sliceway.events", routingKey: type("Counted") });
    const told = event("a", 1);
    await publisher.publish([told]);
    const { body, ...message } = await takeMessage(queue);
    expect(message).toMatchObject({
      messageId: told.id,
      contentType: "application/cloudevents+json",
      deliveryMode: 2,
      routingKey: type("Counted"),
    });
    expect(JSON.parse(String(body))).toEqual(told);
  });

  test("a message that is no event is moved with its reason, and does not stop the queue", async () => {
    const { source, transport, event, type } = await world.addTeller();
    const listener = await world.addListener();
    await using publisher = await transport.openPublisher(source);
    await using subscription = await listener.subscribe([type("Counted")]);
    const nonsense = { exchange: "sliceway.events", routingKey: type("Counted"), messageId: "n" };
    await using sender = Object.assign(client.createPublisher({ confirm: true }), {
      [Symbol.asyncDispose]: () => sender.close(),
    });
    await sender.send(nonsense, Buffer.from("{ no event"));
    await publisher.publish([event("a", 1)]);
    expect(await take(1, subscription, listener)).toEqual([1]);
    const { headers, body } = await takeMessage(`sliceway.${listener.consumer}.invalid`);
    expect(headers).toMatchObject({ "sliceway-reason": expect.stringContaining("JSON") });
    expect(String(body)).toBe("{ no event");
  });

  test("an event of a publisher that knows nothing of us is delivered", async () => {
    const { source, transport, event, type } = await world.addTeller();
    const listener = await world.addListener();
    await using _publisher = await transport.openPublisher(source);
    await using subscription = await listener.subscribe([type("Counted")]);
    await using sender = Object.assign(client.createPublisher({ confirm: true }), {
      [Symbol.asyncDispose]: () => sender.close(),
    });
    const envelope = { exchange: "sliceway.events", routingKey: type("Counted") };
    for (const number of upTo(3)) await sender.send(envelope, event("a", number));
    expect(await take(3, subscription, listener)).toEqual(upTo(3));
  });

  test("an event that no queue takes is refused, and the next publisher makes the history anew", async () => {
    const { source, transport, event } = await world.addTeller();
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
    const teller = await world.addTeller();
    const listener = await world.addListener();
    await using _relay = teller.startRelay();
    await using _consumer = listener.hear([teller.type("Counted")]);
    await teller.tell("a", upTo(10));
    await expectEffects(listener, { a: upTo(10) });
    await client.queueDelete({ queue: `sliceway.${listener.consumer}` });
    await teller.tell("a", [11, 12, 13]);
    await expectEffects(listener, { a: upTo(13) });
  });

  test("of two subscriptions one is served, the other when that is gone", async () => {
    const { source, transport, event, type } = await world.addTeller();
    const listener = await world.addListener();
    await using publisher = await transport.openPublisher(source);
    const first = await listener.subscribe([type("Counted")]);
    await publisher.publish(upTo(2).map((number) => event("a", number)));
    expect(await take(2, first, listener)).toEqual([1, 2]);
    await using second = await listener.subscribe([type("Counted")]);
    await publisher.publish([event("a", 3)]);
    expect(await take(1, first, listener)).toEqual([3]);
    expect((await second.next(new AbortController().signal)).map(numberOf)).not.toContain(4);
    await first[Symbol.asyncDispose]();
    await publisher.publish([event("a", 4)]);
    expect(await take(1, second, listener)).toEqual([4]);
  });

  test("tells how many events wait for a consumer", async () => {
    const { source, transport, event, type } = await world.addTeller();
    const listener = await world.addListener();
    await using publisher = await transport.openPublisher(source);
    {
      await using subscription = await listener.subscribe([type("Counted")]);
      await publisher.publish(upTo(5).map((number) => event("a", number)));
      await take(5, subscription, listener);
    }
    await publisher.publish(upTo(250).map((number) => event("a", number)));
    await using subscription = await listener.subscribe([type("Counted")]);
    const look = async () =>
      expect(await subscription.lag?.()).toEqual([
        { source: "*", events: expect.toSatisfy((events) => events >= 250), oldestAgeSeconds: null },
      ]);
    await vi.waitFor(look, 10_000);
  });

  test("histories are kept as long as is said when they are made", async () => {
    const { source } = await world.addTeller();
    for (const historyMaxAge of ["30D", "90D"]) {
      const transport = createRabbitmqTransport({ url: host.broker.url, log, historyMaxAge });
      await using _publisher = await transport.openPublisher(source);
    }
    const queues = await host.broker.control("list_queues", "name", "arguments", "--quiet");
    expect(queues.split("\n").find((line) => line.includes(`history.${source}`))).toContain("30D");
  });

  test("a broker that has stopped is noticed on both sides, and nothing is lost", async () => {
    const teller = await world.addTeller();
    const listener = await world.addListener();
    await using _relay = teller.startRelay();
    await using _consumer = listener.hear([teller.type("Counted")]);
    await teller.tell("a", upTo(5));
    await expectEffects(listener, { a: upTo(5) });
    await using publisher = await teller.transport.openPublisher(teller.source);
    await using subscription = await listener.subscribe([teller.type("Counted")]);
    host.broker.suspend();
    try {
      await teller.tell("a", [6, 7, 8]);
      await expect(publisher.publish([teller.event("b", 1)])).rejects.toThrow(/RabbitMQ/);
      const askOn = async () => {
        while (true) await subscription.next(new AbortController().signal);
      };
      await expect(askOn()).rejects.toMatchObject({ code: "BROKER_LOST" });
      expect(await teller.pending()).toBe(3);
    } finally {
      host.broker.resume();
    }
    await vi.waitFor(async () => expect(await listener.effects()).toMatchObject({ a: upTo(8) }), 60_000);
  });

  test("a broker without memory is waited for, and named", async () => {
    const teller = await world.addTeller();
    const listener = await world.addListener();
    await using _relay = teller.startRelay();
    await using _consumer = listener.hear([teller.type("Counted")]);
    await teller.tell("a", upTo(5));
    await expectEffects(listener, { a: upTo(5) });
    await using publisher = await teller.transport.openPublisher(teller.source);
    await host.broker.control("set_vm_memory_high_watermark", "absolute", "1MB");
    try {
      await teller.tell("a", [6, 7]);
      await expect(publisher.publish([teller.event("b", 1)])).rejects.toMatchObject({
        code: "BROKER_BLOCKED",
      });
    } finally {
      await host.broker.control("set_vm_memory_high_watermark", "absolute", "512MB");
    }
    await vi.waitFor(async () => expect(await listener.effects()).toMatchObject({ a: upTo(7) }), 60_000);
  });

  test("whoever is not let in is told where, and not with which password", async () => {
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
    const teller = await world.addTeller();
    const listener = await world.addListener();
    await using _relay = teller.startRelay();
    await using _consumer = listener.hear([teller.type("Counted")]);
    await teller.tell("a", upTo(5));
    const client = new Connection(host.broker.url);
    client.on("error", () => {});
    for (const queue of [`history.${teller.source}`, listener.consumer]) {
      const look = () => client.queueDeclare({ queue: `sliceway.${queue}`, passive: true });
      await vi.waitFor(look, { timeout: 20_000, interval: 5 });
    }
    client.unsafeDestroy();
    await host.crash();
    await expectEffects(listener, { a: upTo(5) });
  },
);

test("what is no address of RabbitMQ is refused", async () => {
  await expect(checkRabbitmq("http://localhost:5672")).rejects.toMatchObject({ code: "AMQP_URL_INVALID" });
  expect(() => createRabbitmqTransport({ url: "rabbit", log })).toThrow(/amqp:/);
  await expect(checkRabbitmq("amqp://127.0.0.1:1")).rejects.toMatchObject({ code: "BROKER_UNREACHABLE" });
});
