import { startHttp } from "@sliceway/service-kit";
import express from "express";
import type { JWK } from "jose";

/** What a slice server needs of a registry: keys, and a lease that says whether its release is live. */
export interface TestRegistry extends AsyncDisposable {
  url: string;
  /** Public keys of gateways. */
  keys: JWK[];
  /** What every lease is told. */
  live: boolean;
  /** States that instances have told, oldest first. */
  states: string[];
  /** Refuses the next renewals of leases, as if they had run out. */
  fence(): void;
}

export async function startTestRegistry(keys: JWK[]): Promise<TestRegistry> {
  const app = express();
  const http = await startHttp(app, { host: "127.0.0.1", port: 0 });
  let epoch = 1;
  const registry: TestRegistry = {
    url: http.url,
    keys,
    live: true,
    states: [],
    fence: () => {
      epoch += 1;
    },
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  };
  const lease = () => ({ epoch, ttlMs: 10_000, live: registry.live });
  app.use(express.json());
  app.get("/v1/keys", (_request, response) => void response.json({ keys: registry.keys }));
  app.post("/v1/leases", (request, response) => {
    registry.states.push(request.body.state);
    response.status(201).json(lease());
  });
  app.put("/v1/leases/:instance", (request, response) => {
    if (request.body.epoch !== epoch) return void response.status(409).json(fenced);
    registry.states.push(request.body.state);
    response.json(lease());
  });
  app.delete("/v1/leases/:instance", (_request, response) => {
    registry.states.push("closed");
    response.json({});
  });
  return registry;
}

const fenced = { error: { code: "FENCED", message: "The lease has ended.", fix: "Open a new one." } };
