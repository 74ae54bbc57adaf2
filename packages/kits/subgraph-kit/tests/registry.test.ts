import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { computeReleaseId, type RegistryState, type Release } from "@sliceway/protocol";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { startRegistry } from "@sliceway/registry";
import { publishSigned } from "@sliceway/registry/testing";
import { createLogger } from "@sliceway/service-kit";
import { expect, test, vi } from "vitest";
import { startSliceServer } from "../src/index.ts";
import { askSlice } from "../src/testing/ask-slice.ts";
import { notes as definition } from "./notes/slice.ts";
import { startNotes } from "./start-notes.ts";

const log = createLogger({ name: "test", level: "silent" });
const adminToken = "admin-token-of-the-test";
const serviceToken = "service-token-of-the-test";

/** A real registry with nothing in it. */
async function startEmptyRegistry() {
  await using stack = new AsyncDisposableStack();
  const postgres = stack.use(await startTestPostgres());
  const releasesDir = await mkdtemp(join(tmpdir(), "sliceway-releases-"));
  stack.defer(() => rm(releasesDir, { recursive: true }));
  const databaseUrl = await postgres.createDatabase();
  const config = {
    host: "127.0.0.1",
    port: 0,
    databaseUrl,
    releasesDir,
    memoryBudgetBytes: 0,
    adminToken,
    serviceToken,
  };
  const { url } = stack.use(await startRegistry(config, log));
  const opened = stack.move();
  return { url, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Publishes a release of notes that is a schema and nothing else; resolves to its id. */
async function publishNotes(client: RegistryClient, schemaFile: string): Promise<string> {
  const parts: Omit<Release, "id"> = {
    format: 1,
    slice: "notes",
    role: "slice",
    manifest: {
      name: "notes",
      role: "slice",
      owner: "team-notes",
      title: { en: "Notes" },
      provides: [],
      server: { start: ["node", "server.mjs"] },
      events: { consumes: {} },
    },
    schema: await readFile(schemaFile, "utf8"),
    operations: [],
    fragments: [],
    shared: { provides: {}, uses: {} },
    migrations: [],
    files: [],
  };
  const id = await computeReleaseId(parts, () => Promise.reject(new Error("it has no files")));
  await publishSigned(client, { ...parts, id });
  return id;
}

async function stateWhen(client: RegistryClient, holds: (state: RegistryState) => boolean): Promise<void> {
  const stop = new AbortController();
  for await (const state of client.watch(stop.signal)) if (holds(state)) stop.abort();
}

test("with a real registry: keys, a lease that gets ready, events while live, gone at the end", async () => {
  await using notes = await startNotes();
  await using registry = await startEmptyRegistry();
  const client = createRegistryClient({ url: registry.url, token: adminToken });
  const { kid, x = "" } = notes.gateway.publicKey;
  await client.putKey(kid, { kty: "OKP", crv: "Ed25519", x });
  const release = await publishNotes(client, notes.config.schemaFile);
  const vector = await client.createVector({ notes: release });
  await client.setRouting({ revision: 0, live: vector.id });

  const config = { ...notes.config, release, registryUrl: registry.url, serviceToken };
  const server = await startSliceServer(definition, config, log);
  await stateWhen(client, ({ instances }) =>
    instances.some(({ url, state }) => url === server.url && state === "ready"),
  );
  const token = await notes.gateway.sign("notes", { viewer: "alice", visitor: "v1" });
  expect(await askSlice(server.url, token, { query: "{ viewer }" })).toMatchObject({
    data: { viewer: "alice v1 " },
  });

  notes.registry.liveSince = null;
  await notes.publish({ type: "talk.Mentioned.v1", subject: "n1", data: { text: "heard" } });
  const heard = () => notes.db.selectFrom("note").selectAll().execute();
  await vi.waitFor(async () => expect(await heard()).toHaveLength(1), 15_000);

  await server[Symbol.asyncDispose]();
  await stateWhen(client, ({ instances }) => instances.length === 0);
});
