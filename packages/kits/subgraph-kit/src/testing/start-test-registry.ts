import { startHttp } from "@sliceway/service-kit";
import express from "express";
import type { JWK } from "jose";

/** What a slice server needs of a registry: keys, and a lease that says whether its release is live. */
export interface TestRegistry extends AsyncDisposable {
  url: string;
  /** Public keys of gateways. */
  keys: JWK[];
  /** What every lease is told: the routing revision that made its release live. */
  liveSince: number | null;
  /** What instances have told of themselves, oldest first. */
  states: { instance: string; state: string }[];
  /** Where each instance says that it is. */
  urls: Map<string, string>;
  /** Gives up all leases: their next renewals are refused. */
  fence(): void;
}

export async function startTestRegistry(keys: JWK[]): Promise<TestRegistry> {
  const app = express().use(express.json());
  const http = await startHttp(app, { host: "127.0.0.1", port: 0 });
  let epoch = 1;
  const registry: TestRegistry = {
    url: http.url,
    keys,
    liveSince: 1,
    states: [],
    urls: new Map(),
    fence: () => {
      epoch += 1;
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
  const grant = () => ({ epoch, ttlMs: 10_000, liveSince: registry.liveSince });
  app.get("/v1/keys", (_request, response) => void response.json({ keys: registry.keys }));
  app.post("/v1/leases", ({ body }, response) => {
    registry.states.push({ instance: body.instance, state: body.state });
    registry.urls.set(body.instance, body.url);
    response.status(201).json(grant());
  });
  app.put("/v1/leases/:instance", ({ body, params: { instance } }, response) => {
    if (body.epoch !== epoch) return void response.status(409).json(fenced);
    registry.states.push({ instance, state: body.state });
    response.json(grant());
  });
  app.delete("/v1/leases/:instance", ({ params: { instance } }, response) => {
    registry.states.push({ instance, state: "closed" });
    response.json({});
  });
  return registry;
}

const fenced = { error: { code: "FENCED", message: "The lease has ended.", fix: "Open a new one." } };
