import { startTestPostgres } from "@sliceway/postgres/testing";
import { createRegistryClient, RegistryError } from "@sliceway/protocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
});
afterAll(() => stack.disposeAsync());

const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" } as const;

describe("tokens", () => {
  it("are needed for what writes", async () => {
    const stranger = createRegistryClient({ url: registry.url });
    await expect(stranger.createDeployment(["notes@000000000000"])).rejects.toMatchObject({ status: 401 });
    await expect(stranger.putKey("k", jwk)).rejects.toMatchObject({ status: 401, code: "TOKEN_MISSING" });
    expect(await stranger.getRouting()).toMatchObject({ revision: 0 });
  });

  it("of services deploy nothing; those of deployers may do all", async () => {
    const deploying = registry.service.rollback("notes");
    await expect(deploying).rejects.toMatchObject({ status: 403, code: "RIGHT_MISSING" });
    await registry.client.acknowledge("g", { revision: 0, vectors: [] });
  });
});

describe("keys", () => {
  it("are handed out to everyone and do not change", async () => {
    await registry.service.putKey("k1", jwk);
    await registry.service.putKey("k1", jwk);
    expect(await createRegistryClient({ url: registry.url }).getKeys()).toEqual({
      keys: [{ ...jwk, kid: "k1" }],
    });
    const other = registry.service.putKey("k1", { ...jwk, x: "another" });
    await expect(other).rejects.toMatchObject({ status: 409, code: "KEY_DIFFERS" });
  });

  it("are public ones", async () => {
    const response = await fetch(new URL("/v1/keys/k2", registry.url), {
      method: "PUT",
      headers: {
        authorization: `Bearer ${registry.config.serviceToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ jwk: { ...jwk, d: "the private half" } }),
    });
    expect(response.status).toBe(400);
  });
});

describe("answers", () => {
  it("say what is wrong and what to do", async () => {
    const response = await fetch(new URL("/v1/nowhere", registry.url));
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      error: { code: "NOT_FOUND", message: expect.any(String), fix: expect.any(String) },
    });
  });

  it("tell apart what is malformed", async () => {
    const headers = {
      authorization: `Bearer ${registry.config.adminToken}`,
      "content-type": "application/json",
    };
    const response = await fetch(new URL("/v1/routing", registry.url), { method: "PUT", headers, body: "{" });
    expect(response.status).toBe(400);
  });

  it("come from health and metrics as well", async () => {
    const ready = await fetch(new URL("/readyz", registry.url));
    expect(await ready.json()).toMatchObject({ ready: true, checks: { database: { ok: true } } });
    const metrics = await (await fetch(new URL("/metrics", registry.url))).text();
    expect(metrics).toContain("http_request_duration_seconds");
  });

  it("that do not come are an error of the client", async () => {
    const nobody = createRegistryClient({ url: "http://127.0.0.1:9" });
    const error = await nobody.getRouting().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RegistryError);
    expect(error).toMatchObject({ status: 0, code: "REGISTRY_UNREACHABLE" });
  });
});
