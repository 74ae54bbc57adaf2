import { readFile } from "node:fs/promises";
import { createLogger } from "@sliceway/service-kit";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startSliceServer } from "../src/index.ts";
import { createTestGateway } from "../src/testing/test-gateway.ts";
import { notes as definition } from "./notes/slice.ts";
import { type Notes, post, startNotes } from "./start-notes.ts";

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes[Symbol.asyncDispose]());

const body = { query: "{ viewer }" };
const unauthenticated = { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] };

describe("a request", () => {
  test("is answered as the person and the browser that its token names", async () => {
    const { data } = await notes.query("{ viewer }", { viewer: "alice", visitor: "v1", sessionId: "s1" });
    expect(data).toEqual({ viewer: "alice v1 s1" });
  });

  test("may come from a visitor", async () => {
    expect((await notes.query("{ viewer }", { visitor: "v1" })).data).toEqual({ viewer: " v1 " });
  });

  test("without a token is refused, wherever it goes", async () => {
    for (const path of ["/graphql", "/identity/session", "/elsewhere"]) {
      expect(await post(notes, path, null, body)).toMatchObject({ status: 401, answer: unauthenticated });
    }
  });

  test.each([
    ["for another slice", { audience: "posts" }],
    ["that has expired", { issuedInS: -120 }],
    ["of the future", { issuedInS: 120 }],
  ])("with a token %s is refused", async (_, options) => {
    const token = await notes.gateway.sign("notes", { viewer: "alice", ...options });
    expect(await post(notes, "/graphql", token, body)).toMatchObject({
      status: 401,
      answer: unauthenticated,
    });
  });

  test("with a token that somebody else has signed is refused", async () => {
    const token = await (await createTestGateway("test")).sign("notes", { viewer: "alice" });
    expect(await post(notes, "/graphql", token, body)).toMatchObject({
      status: 401,
      answer: unauthenticated,
    });
  });

  test("needs no token for health and metrics", async () => {
    for (const path of ["/healthz", "/readyz", "/metrics"]) {
      expect((await fetch(`${notes.url}${path}`)).status).toBe(200);
    }
  });
});

describe("the gateways' keys", () => {
  test("are asked for when a token names one that is new", async () => {
    const other = await createTestGateway("other");
    notes.registry.keys.push(other.publicKey);
    const token = await other.sign("notes", { viewer: "bob", visitor: "v1" });
    await vi.waitFor(
      async () => expect(await post(notes, "/graphql", token, body)).toMatchObject({ status: 200 }),
      10_000,
    );
  });

  test("are kept on disk for a start without the registry", async () => {
    expect(JSON.parse(await readFile(notes.config.keysCache, "utf8"))).toMatchObject({
      keys: [{ kid: "test" }, {}],
    });
    const nobody = "http://127.0.0.1:9";
    const log = createLogger({ name: "notes", level: "silent" });
    await using server = await startSliceServer(definition, { ...notes.config, registryUrl: nobody }, log);
    const token = await notes.gateway.sign("notes", { viewer: "alice" });
    expect(await post({ ...notes, url: server.url }, "/graphql", token, body)).toMatchObject({ status: 200 });
  });
});
