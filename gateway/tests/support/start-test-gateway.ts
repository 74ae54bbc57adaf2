import "../../src/production.ts";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instance, NO_ROUTING, type RegistryState, type Routing, type Vector } from "@sliceway/protocol";
import { createLogger, startHttp } from "@sliceway/service-kit";
import { exportJWK, generateKeyPair } from "jose";
import type { GatewayConfig } from "../../src/config.ts";
import { createContext, type GatewayContext } from "../../src/context.ts";
import { createApp } from "../../src/create-app.ts";
import { writeJsonFile } from "../../src/routing/json-file.ts";

/** A gateway whose registry is down: tests tell it the state themselves. */
export interface TestGateway extends AsyncDisposable {
  url: string;
  stateDir: string;
  releasesDir: string;
  context: GatewayContext;
  /** Makes a vector known, as if it had been fetched before. */
  know(vector: Vector): Promise<void>;
  /** Makes a vector live with these instances, and routing as given beside; resolves when it is ready. */
  serve(live: Vector, instances: Instance[], others?: Vector[], routing?: Partial<Routing>): Promise<void>;
}

export async function startTestGateway(overrides: Partial<GatewayConfig> = {}): Promise<TestGateway> {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), "sliceway-gateway-"));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  const config = { ...(await makeConfig(dir)), ...overrides };
  const context = await createContext(config, stack, createLogger({ name: "gateway", level: "silent" }));
  const http = stack.use(await startHttp(createApp(context), { host: "127.0.0.1", port: 0, drainMs: 1000 }));
  const opened = stack.move();
  const know = (vector: Vector) =>
    writeJsonFile(join(config.stateDir, "vectors", `${vector.id}.json`), vector);
  let cursor = 0;
  return {
    url: http.url,
    stateDir: config.stateDir,
    releasesDir: config.releasesDir,
    context,
    know,
    async serve(live, instances, others = [], routing = {}) {
      await Promise.all([live, ...others].map(know));
      cursor += 1;
      const state = stateOf(cursor, live, instances, others);
      await context.platform.take({ ...state, routing: { ...state.routing, ...routing } });
      await context.platform.prepare();
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Settings with a key of their own and a registry that nobody answers for. */
export async function makeConfig(dir: string): Promise<GatewayConfig> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const gatewayKeyFile = join(dir, "key.json");
  await writeFile(gatewayKeyFile, JSON.stringify(await exportJWK(privateKey)));
  return {
    host: "127.0.0.1",
    port: 0,
    registryUrl: "http://127.0.0.1:1",
    releasesDir: join(dir, "releases"),
    serviceToken: "test",
    stateDir: join(dir, "state"),
    gatewayKeyFile,
    allowedOrigins: [],
    localExplorer: true,
    publicOrigin: null,
  };
}

function stateOf(cursor: number, live: Vector, instances: Instance[], others: Vector[]): RegistryState {
  return {
    cursor,
    routing: { ...NO_ROUTING, revision: cursor, live: live.id },
    instances,
    wanted: [],
    vectors: [live.id, ...others.map(({ id }) => id)],
  };
}
