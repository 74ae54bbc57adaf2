import { PREVIEW_HEADER, VECTOR_HEADER } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "./support/ask.ts";
import { NOTES, PEOPLE, startNotes } from "./support/people-and-notes.ts";
import { SERVER_NOTES, startTestPlatform, type TestPlatform } from "./support/start-test-platform.ts";
import { publish } from "./support/start-test-registry.ts";

const WAIT = { timeout: 30_000, interval: 50 };
let platform: TestPlatform;
let vector: string;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform({ localExplorer: false });
  const { client } = platform.registry;
  const schema = `${NOTES.schema} extend type Note { pinned: Boolean }`;
  const { id: release } = await publish(client, "notes", { ...SERVER_NOTES, schema });
  await platform.lease(await startNotes({ release, schema }));
  await client.createDeployment([`notes@${release}`], { preview: { name: "pr-42" } });
  vector = await vi.waitFor(async () => {
    const { previews } = await client.getRouting();
    return previews["pr-42"]?.vector ?? expect.fail("no preview yet");
  }, WAIT);
  token = (await client.createPreviewLink("pr-42")).token;
  await vi.waitFor(async () => expect((await loadPreview()).status).toBe(404), WAIT);
});
afterAll(() => platform[Symbol.asyncDispose]());

const loadPreview = (override = token) => platform.loadPage({ [PREVIEW_HEADER]: override });
const question = () => ({
  documentId: platform.live.operations.find(({ name }) => name === "NotesPage")?.id ?? "",
});
const follow = (search: string, headers: Record<string, string> = {}) =>
  fetch(`${platform.url}/notes/1${search}`, {
    headers: { accept: "text/html", ...headers },
    redirect: "manual",
  });

describe("a preview", () => {
  it("is seen with its override and named in the page; others see what is live", async () => {
    const shown = await loadPreview();
    expect([shown.vector, shown.html]).toEqual([
      vector,
      expect.stringContaining('"preview":{"name":"pr-42"}'),
    ]);
    const others = await platform.loadPage();
    expect([others.vector, others.html]).toEqual([
      platform.live.id,
      expect.stringContaining('"preview":null'),
    ]);
  });

  it("opens by a link, which leaves a cookie that no script can read, and a clean address", async () => {
    const opened = await follow(`?a=1&preview=${token}&b=2`);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/notes/1?a=1&b=2"]);
    const [cookie = ""] = opened.headers.getSetCookie();
    expect(cookie).toMatch(/^preview=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const [pair = ""] = cookie.split(";");
    expect((await platform.loadPage({ cookie: pair })).vector).toBe(vector);

    const closed = await follow("?preview=off", { cookie: pair });
    expect([closed.status, closed.headers.get("location")]).toEqual([303, "/notes/1"]);
    expect(closed.headers.getSetCookie()[0]).toMatch(/^preview=; Path=\/; Max-Age=0;/);
  });

  it("answers programs and its own pages, and nobody who only knows its vector", async () => {
    const headers = { [PREVIEW_HEADER]: token };
    const answers = [
      await ask(platform.url, question(), { headers }),
      await ask(platform.url, question(), { headers, vector }),
    ];
    for (const { errors, headers } of answers)
      expect([errors, headers.get("x-sliceway-vector")]).toEqual([[], vector]);
    const stranger = await ask(platform.url, question(), { vector });
    expect([stranger.status, stranger.errors[0]?.extensions.code]).toEqual([403, "PREVIEW_REFUSED"]);
    const other = await ask(platform.url, question(), { headers, vector: platform.live.id });
    expect(other.headers.get("x-sliceway-vector")).toBe(platform.live.id);
  });

  it("does not lead to another host", async () => {
    const response = await fetch(`${platform.url}//evil.example/?preview=off`, {
      headers: { accept: "text/html" },
      redirect: "manual",
    });
    expect(response.headers.get("location")).toBe("/evil.example/");
  });
});

it("a test may load a page at any vector that is no preview's, by naming it", async () => {
  const { client } = platform.registry;
  const { live } = platform;
  const other = await publish(client, "people", {
    ...PEOPLE,
    operations: { Me: "query Me { viewer { name } }" },
  });
  const { id } = await client.createVector({ ...live.releases, people: other.id });
  expect((await platform.loadPage({ [VECTOR_HEADER]: id })).vector).toBe(id);
  expect((await platform.loadPage({ [VECTOR_HEADER]: vector })).vector).toBe(live.id);
});

describe("an override that is no good", () => {
  it.each([
    ["invented", () => "nonsense"],
    ["altered", () => `${token.slice(0, -4)}AAAA`],
  ])("gives a page that says so and what to do: %s", async (_, override) => {
    const refused = await loadPreview(override());
    expect([refused.status, refused.html]).toEqual([403, expect.stringContaining("is not valid")]);
    expect(refused.html).toContain('href="?preview=off"');
    expect((await follow(`?preview=${override()}`)).status).toBe(403);
  });

  it("stands in nobody's way who does not ask for the preview", async () => {
    await platform.registry.client.endPreview("pr-42");
    await vi.waitFor(async () => expect((await loadPreview()).status).toBe(403), WAIT);
    expect((await loadPreview()).html).toContain("The preview pr-42 is over.");
    const headers = { cookie: `preview=${token}` };
    expect((await ask(platform.url, question(), { headers })).status).toBe(403);
    const tab = await ask(platform.url, question(), { headers, vector: platform.live.id });
    expect([tab.status, tab.errors]).toEqual([200, []]);
  });
});
