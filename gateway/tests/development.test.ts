import { PREVIEW_HEADER } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "./support/ask.ts";
import { NOTES, startNotes } from "./support/people-and-notes.ts";
import { SERVER_NOTES, startTestPlatform, type TestPlatform } from "./support/start-test-platform.ts";
import { publish } from "./support/start-test-registry.ts";

const WAIT = { timeout: 30_000, interval: 50 };
const NAME = "dev-notes";
const DEV = "0a1b2c3d4e5f";
let platform: TestPlatform;
let headers: Record<string, string>;

beforeAll(async () => {
  platform = await startTestPlatform({ localExplorer: false });
});
afterAll(() => platform[Symbol.asyncDispose]());

const question = () => ({
  documentId: platform.live.operations.find(({ name }) => name === "NotesPage")?.id ?? "",
});
const askAt = (vector: string) => ask(platform.url, question(), { vector, headers });

/** Shows what somebody has saved; resolves to the vector at which the gateway gives pages. */
async function save(description: string, schema = NOTES.schema): Promise<string> {
  const { client } = platform.registry;
  await client.renewDev(NAME, { id: DEV, slice: "notes" });
  const manifest = { description: { en: description } };
  const { id: release } = await publish(client, "notes", { ...SERVER_NOTES, schema, manifest, dev: DEV });
  const text = () => [{ id: "1", text: description }];
  await platform.lease(await startNotes({ release, schema, resolvers: { Query: { notes: text } } }));
  await client.createDeployment([`notes@${release}`], { preview: { name: NAME } });
  const vector = await vi.waitFor(async () => {
    const { [NAME]: preview } = (await client.getRouting()).previews;
    return preview?.releases[0] === `notes@${release}` ? preview.vector : expect.fail("not shown yet");
  }, WAIT);
  headers = { [PREVIEW_HEADER]: (await client.createPreviewLink(NAME)).token };
  await vi.waitFor(async () => expect((await platform.loadPage(headers)).vector).toBe(vector), WAIT);
  return vector;
}

describe("what somebody works on", () => {
  it("answers pages that are open after each save of server code, and nobody else's", async () => {
    const first = await save("first");
    expect((await askAt(first)).data?.notes).toMatchObject([{ text: "first" }]);
    const second = await save("second");
    expect(second).not.toBe(first);
    expect((await askAt(first)).data?.notes).toMatchObject([{ text: "second" }]);
    for (const vector of [first, second])
      expect((await ask(platform.url, question(), { vector })).status).toBe(403);
    expect((await platform.loadPage()).vector).toBe(platform.live.id);
  });

  it("sends pages to the newest where the schema is another", async () => {
    const before = await save("third");
    const vector = await save("fourth", `${NOTES.schema} extend type Note { pinned: Boolean }`);
    const { status, errors } = await askAt(before);
    expect([status, errors[0]?.extensions]).toMatchObject([409, { code: "VECTOR_MOVED", vector }]);
  });

  it("is over without a word for who looked at it: what is live comes with the next request", async () => {
    const vector = await save("fifth");
    const { client } = platform.registry;
    await client.endDev(NAME, DEV);
    await vi.waitFor(async () => {
      const { status, errors } = await askAt(vector);
      const { code, vector: next } = errors[0]?.extensions ?? {};
      expect([status, code, next]).toEqual([409, "VECTOR_MOVED", platform.live.id]);
    }, WAIT);
    const page = await platform.loadPage(headers);
    expect([page.status, page.vector]).toEqual([404, platform.live.id]);
    expect(page.html).toContain('"preview":null');
  });
});
