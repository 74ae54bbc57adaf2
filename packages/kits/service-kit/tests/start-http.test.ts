import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { describe, expect, test, vi } from "vitest";
import { createHealth, startHttp } from "../src/index.ts";

const local = { host: "127.0.0.1", port: 0 };

async function get(url: string, agent?: Agent): Promise<IncomingMessage & { body: Promise<string> }> {
  const [response] = (await once(request(url, { agent }).end(), "response")) as [IncomingMessage];
  return Object.assign(response, { body: text(response) });
}

/** An app whose `/slow` answers when told to. */
function slowApp() {
  const app = express();
  const arrived = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  app.get("/fast", (_request, response) => void response.send("fast"));
  app.get("/slow", async (_request, response) => {
    arrived.resolve();
    await mayAnswer.promise;
    response.send("slow");
  });
  app.get("/stream", async (_request, response) => {
    response.write("begin ");
    arrived.resolve();
    await mayAnswer.promise;
    response.end("end");
  });
  return { app, arrived: arrived.promise, answer: mayAnswer.resolve };
}

test("a taken port is named, and the setting", async () => {
  await using first = await startHttp(express(), local);
  const options = { ...local, port: first.port, setting: "GATEWAY_PORT" };
  await expect(startHttp(express(), options)).rejects.toMatchObject({
    code: "PORT_TAKEN",
    message: `Another process already listens on 127.0.0.1:${first.port}.`,
    fix: expect.stringContaining("GATEWAY_PORT"),
  });
});

test("an address of another machine is refused clearly", async () => {
  await expect(startHttp(express(), { host: "192.0.2.1", port: 0 })).rejects.toMatchObject({
    code: "HOST_UNKNOWN",
  });
});

test("leaving answers each open connection once more and lets it go; nobody new is let in", async () => {
  await using http = await startHttp(slowApp().app, local);
  using agent = disposable(new Agent({ keepAlive: true, maxSockets: 1 }));
  await (await get(`${http.url}/fast`, agent.agent)).body;
  const left = http.leave(60_000);
  await expect(get(`${http.url}/fast`)).rejects.toMatchObject({ code: "ECONNREFUSED" });

  const last = await get(`${http.url}/fast`, agent.agent);
  expect([last.headers.connection, await last.body]).toEqual(["close", "fast"]);
  await left;
  await expect(get(`${http.url}/fast`, agent.agent)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

describe("disposing", () => {
  test.each(["/slow", "/stream"])(
    "answers %s, which is in flight, and refuses new connections",
    async (path) => {
      const { app, arrived, answer } = slowApp();
      const http = await startHttp(app, local);
      using agent = disposable(new Agent({ keepAlive: true }));
      const inFlight = get(`${http.url}${path}`, agent.agent);
      await arrived;

      const disposed = http[Symbol.asyncDispose]();
      await vi.waitFor(() => expect(http.server.listening).toBe(false), 10_000);
      await expect(get(`${http.url}/fast`)).rejects.toMatchObject({ code: "ECONNREFUSED" });
      answer();

      const response = await inFlight;
      expect(response.statusCode).toBe(200);
      expect(await response.body).toMatch(/slow|begin end/);
      await disposed;
    },
  );

  test("tells the client of an unfinished answer to close, and closes idle connections", async () => {
    const { app, arrived, answer } = slowApp();
    const http = await startHttp(app, local);
    using agent = disposable(new Agent({ keepAlive: true }));
    const inFlight = get(`${http.url}/slow`, agent.agent);
    await arrived;
    const fast = await get(`${http.url}/fast`, agent.agent);
    const idleClosed = once(fast.socket, "close");
    await fast.body;

    const disposed = http[Symbol.asyncDispose]();
    await idleClosed;
    answer();
    expect((await inFlight).headers.connection).toBe("close");
    await disposed;
  });

  test("does not wait for a connection on which nothing was asked", async () => {
    const http = await startHttp(express(), local);
    const socket = connect(http.port, "127.0.0.1");
    await once(http.server, "connection");
    const closed = once(socket, "close");
    await http[Symbol.asyncDispose]();
    await closed;
  }, 5_000);

  test("while lingering, answers still come, with Connection: close, and readiness is off", async () => {
    const health = createHealth();
    const app = express().use(health.router);
    const http = await startHttp(app, { ...local, health, lingerMs: 300 });
    expect((await get(`${http.url}/readyz`)).statusCode).toBe(200);

    const disposed = http[Symbol.asyncDispose]();
    const response = await get(`${http.url}/readyz`);
    expect(response.statusCode).toBe(503);
    expect(response.headers.connection).toBe("close");
    await disposed;
  });

  test("loses no request that it received, under load on kept-alive connections", async () => {
    let received = 0;
    const app = express().get("/", (_request, response) => {
      received++;
      setImmediate(() => response.send("ok"));
    });
    const http = await startHttp(app, local);
    using agent = disposable(new Agent({ keepAlive: true, maxSockets: 20 }));
    let answered = 0;
    const client = async () => {
      for (;;) {
        const response = await get(http.url, agent.agent);
        await response.body;
        answered++;
      }
    };
    const clients = Array.from({ length: 20 }, () => client().catch(() => "refused"));
    await vi.waitFor(() => expect(answered).toBeGreaterThan(200), 10_000);
    await http[Symbol.asyncDispose]();
    await Promise.all(clients);
    expect(answered).toBe(received);
  });

  test("cuts what is still unanswered after drainMs, and may be repeated", async () => {
    const { app, arrived } = slowApp();
    const http = await startHttp(app, { ...local, drainMs: 20 });
    const inFlight = get(`${http.url}/slow`);
    const cut = expect(inFlight).rejects.toMatchObject({ code: "ECONNRESET" });
    await arrived;
    await Promise.all([http[Symbol.asyncDispose](), http[Symbol.asyncDispose]()]);
    await cut;
  });
});

function disposable(agent: Agent): Disposable & { agent: Agent } {
  return { agent, [Symbol.dispose]: () => agent.destroy() };
}
