import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestPostgres } from "@sliceway/postgres/testing";
import {
  computeReleaseId,
  type Operation,
  operationId,
  type Release,
  sliceManifestSchema,
} from "@sliceway/protocol";
import { createRegistryClient, type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { startRegistry } from "@sliceway/registry";
import { publishSigned } from "@sliceway/registry/testing";
import { createLogger, retry } from "@sliceway/service-kit";
import { parse } from "graphql";
import { federated, type SliceSketch } from "./make-vector.ts";

/** A real registry on a PostgreSQL of its own. */
export interface TestRegistry extends AsyncDisposable {
  url: string;
  serviceToken: string;
  client: RegistryClient;
  /** Ends the registry; its database stays. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
}

export async function startTestRegistry(): Promise<TestRegistry> {
  await using stack = new AsyncDisposableStack();
  const postgres = stack.use(await startTestPostgres());
  const releasesDir = await mkdtemp(join(tmpdir(), "sliceway-releases-"));
  stack.defer(() => rm(releasesDir, { recursive: true, force: true }));
  const [adminToken, serviceToken] = [randomUUID(), randomUUID()];
  const config = {
    port: 0,
    host: "127.0.0.1",
    databaseUrl: await postgres.createDatabase(),
    releasesDir,
    memoryBudgetBytes: 0,
    adminToken,
    serviceToken,
  };
  const log = createLogger({ name: "registry", level: "silent" });
  let running = await startRegistry(config, log);
  stack.defer(() => running[Symbol.asyncDispose]());
  const { url, port } = running;
  const opened = stack.move();
  return {
    url,
    serviceToken,
    client: createRegistryClient({ url, token: adminToken }),
    stop: async () => running[Symbol.asyncDispose](),
    async start() {
      running = await startRegistry({ ...config, port }, log);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Publishes what a sketch says; its id follows from its parts. */
export async function publish(client: RegistryClient, slice: string, sketch: SliceSketch): Promise<Release> {
  const server = sketch.schema ? { server: { start: ["node", "server.mjs"] } } : {};
  const title = { en: slice };
  const parts = {
    format: 1 as const,
    slice,
    role: sketch.role ?? ("slice" as const),
    ...(sketch.dev !== undefined && { dev: sketch.dev }),
    manifest: sliceManifestSchema.parse({
      name: slice,
      owner: `team-${slice}`,
      title,
      ...server,
      ...sketch.manifest,
    }),
    ...(sketch.schema && { schema: federated(sketch.schema) }),
    operations: Object.values(sketch.operations ?? {}).map((text) => describeOperation(slice, text)),
    fragments: [],
    shared: { provides: {}, uses: {} },
    migrations: [],
    files: [],
  };
  const release = { ...parts, id: await computeReleaseId(parts, async () => Buffer.of()) };
  // The first connections of a database take long on a machine that is busy.
  await retry(() => publishSigned(client, release), { untilMs: 30_000, retryIf: isBusy });
  return release;
}

function isBusy(error: unknown): boolean {
  return error instanceof RegistryError && error.code === "DATABASE_BUSY";
}

function describeOperation(slice: string, text: string): Operation {
  const [first] = parse(text).definitions;
  if (first?.kind !== "OperationDefinition" || !first.name) throw new Error("an operation has a name");
  const name = first.name.value;
  return {
    id: operationId(slice, text),
    name,
    kind: first.operation,
    text,
    file: `web/src/${name}.graphql`,
    line: 1,
  };
}
