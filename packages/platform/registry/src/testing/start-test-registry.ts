import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { createLogger } from "@sliceway/service-kit";
import { type RegistryConfig, startRegistry } from "../index.ts";

export interface TestRegistry extends AsyncDisposable {
  url: string;
  config: RegistryConfig;
  /** With the administrator's token. */
  client: RegistryClient;
  /** With the service token. */
  service: RegistryClient;
  /** What the registry's clock says. */
  now(): Date;
  /** Makes the registry's clock go. */
  passMs(ms: number): void;
  /** Ends the process's part and starts another one on the same port, database and folder. */
  restart(): Promise<void>;
}

/** A registry with a database and a folder of its own, and a clock that goes only when told to. */
export async function startTestRegistry(
  postgres: { createDatabase(): Promise<string> },
  overrides: Partial<RegistryConfig> = {},
): Promise<TestRegistry> {
  const releasesDir = await mkdtemp(join(tmpdir(), "sliceway-releases-"));
  const tokens = { adminToken: "admin-token-of-tests", serviceToken: "service-token-of-tests" };
  const config: RegistryConfig = {
    port: 0,
    host: "127.0.0.1",
    databaseUrl: await postgres.createDatabase(),
    releasesDir,
    memoryBudgetBytes: 1024 * 1024 * 1024,
    ...tokens,
    ...overrides,
  };
  const log = createLogger({ name: "registry", level: "silent" });
  let time = Date.parse("2026-01-01T12:00:00Z");
  const start = () => startRegistry(config, log, { now: () => new Date(time) });
  let running = await start();
  config.port = running.port;
  return {
    url: running.url,
    config,
    client: createRegistryClient({ url: running.url, token: tokens.adminToken }),
    service: createRegistryClient({ url: running.url, token: tokens.serviceToken }),
    now: () => new Date(time),
    passMs: (ms) => {
      time += ms;
    },
    restart: async () => {
      await running[Symbol.asyncDispose]();
      running = await start();
    },
    [Symbol.asyncDispose]: async () => {
      await running[Symbol.asyncDispose]();
      await rm(releasesDir, { recursive: true, force: true });
    },
  };
}
