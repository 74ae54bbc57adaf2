import type { PageBoot, PageData } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const SHELL = {
  release: "eeeeeeeeeeee",
  role: "shell" as const,
  manifest: { title: { en: "Notebook", ko: "공책" }, description: { en: "Notes & people" } },
  web: {
    container: "shell__eeeeeeeeeeee",
    entry: "main.js",
    styles: ["main.css"],
    exposes: {},
    integrity: { "main.js": "sha384-shell", "main.css": "sha384-style", "logo.svg": "sha384-logo" },
  },
};
const notesWeb = {
  container: "notes__bbbbbbbbbbbb",
  entry: "remoteEntry.js",
  styles: [],
  exposes: { "./pages/NotesPage": { js: ["page.js"], css: ["page.css"] } },
  integrity: { "remoteEntry.js": "sha384-entry", "page.js": "sha384-page", "page.css": "sha384-pagecss" },
};
const ACCOUNT = {
  ...PEOPLE,
  manifest: {
    web: {
      routes: [],
      navigation: [],
      slots: { "shell.account": { module: "./Account" }, "other.slot": { module: "./Other" } },
    },
  },
  web: {
    container: "people__aaaaaaaaaaaa",
    entry: "remoteEntry.js",
    styles: [],
    exposes: { "./Account": { js: ["account.js"], css: [] }, "./Other": { js: ["other.js"], css: [] } },
    integrity: {},
  },
};
const vector = makeVector({ shell: SHELL, people: ACCOUNT, notes: { ...NOTES, web: notesWeb } });
const stack = new AsyncDisposableStack();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = stack.use(await startTestGateway());
  const people = stack.use(await startPeople());
  const notes = stack.use(await startNotes());
  await gateway.serve(vector, [people.instance, notes.instance]);
});
afterAll(() => stack.disposeAsync());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}${path}`, { headers: { accept: "text/html", ...headers } });

function readJson<T>(html: string, id: string): T {
  const [, json] = new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(html) ?? [];
  return JSON.parse(json ?? "");
}

describe("a page", () => {
  it("carries its vector before its scripts, and its data at the end", async () => {
    const response = await get("/");
    const html = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    expect(response.headers.get("cache-control")).toBe("private, no-cache");

    const boot = readJson<PageBoot>(html, "sliceway-boot");
    expect(boot).toMatchObject({ vector: vector.id, viewer: null, languages: ["en"] });
    expect(boot.slices.map(({ slice }) => slice)).toEqual(["shell", "people", "notes"]);
    expect(boot.integrity).toEqual({
      "/s/shell/eeeeeeeeeeee/main.js": "sha384-shell",
      "/s/shell/eeeeeeeeeeee/main.css": "sha384-style",
      "/s/notes/bbbbbbbbbbbb/remoteEntry.js": "sha384-entry",
      "/s/notes/bbbbbbbbbbbb/page.js": "sha384-page",
      "/s/notes/bbbbbbbbbbbb/page.css": "sha384-pagecss",
    });
    const data = readJson<PageData>(html, "sliceway-data");
    expect(data.operation).toMatchObject({
      id: vector.operations.find(({ name }) => name === "NotesPage")?.id,
      variables: {},
      result: { data: { notes: [{ text: "First" }, { text: "</script><b>" }, { text: "Third" }] } },
    });
    const order = ["sliceway-boot", '<div id="root">', "<script src=", "sliceway-data"].map((part) =>
      html.indexOf(part),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("takes a route's variables from its path", async () => {
    const data = readJson<PageData>(await (await get("/notes/3")).text(), "sliceway-data");
    expect(data.operation).toMatchObject({
      variables: { id: "3" },
      result: { data: { note: { text: "Third" } } },
    });
  });

  it("preloads what the route needs, with nonce and integrity", async () => {
    const html = await (await get("/")).text();
    const nonce = /<script src="[^"]+" async nonce="([^"]+)"/.exec(html)?.[1];
    const preloads = [...html.matchAll(/<link rel="preload" as="(\w+)" href="([^"]+)"([^>]*)>/g)];
    expect(preloads.map(([, as, href]) => [as, href])).toEqual([
      ["script", "/s/shell/eeeeeeeeeeee/main.js"],
      ["script", "/s/notes/bbbbbbbbbbbb/remoteEntry.js"],
      ["script", "/s/notes/bbbbbbbbbbbb/page.js"],
      ["style", "/s/notes/bbbbbbbbbbbb/page.css"],
      ["script", "/s/people/aaaaaaaaaaaa/remoteEntry.js"],
      ["script", "/s/people/aaaaaaaaaaaa/account.js"],
    ]);
    expect(preloads[1]?.[3]).toBe(` nonce="${nonce}" integrity="sha384-entry" crossorigin="anonymous"`);
    expect(html).toContain(
      '<link rel="stylesheet" href="/s/shell/eeeeeeeeeeee/main.css" integrity="sha384-style" crossorigin="anonymous">',
    );
  });

  it("has a policy that trusts this answer's nonce only", async () => {
    const [first, second] = await Promise.all([get("/"), get("/")]);
    expect(first.headers.get("integrity-policy")).toBe("blocked-destinations=(script)");
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(await first.text()).toContain(`nonce="${nonce}"`);
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("x-powered-by")).toBeNull();
  });

  it("speaks the visitor's language", async () => {
    const korean = await (await get("/", { "accept-language": "fr, ko-KR;q=0.9, en;q=0.5" })).text();
    expect(korean).toContain('<html lang="ko">');
    expect(korean).toContain("<title>노트 · 공책</title>");
    const chosen = await (await get("/", { "accept-language": "ko", cookie: "language=en" })).text();
    expect(chosen).toContain('<html lang="en">');
  });

  it("names itself before its scripts have come", async () => {
    const html = await (await get("/")).text();
    expect(html).toContain('<meta name="description" content="Notes &amp; people">');
    expect(html).toContain('<div class="boot"><b>Notebook</b>');
  });

  it("gives a browser an id of its own, once", async () => {
    const [cookie] = (await get("/")).headers.getSetCookie();
    expect(cookie).toMatch(/^visitor=[0-9a-f-]{36}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
    const again = await get("/", { cookie: String(cookie).split(";")[0] ?? "" });
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it("that no slice has is the same page with status 404 and without data", async () => {
    const response = await get("/nowhere");
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(readJson<PageBoot>(html, "sliceway-boot").vector).toBe(vector.id);
    expect(readJson<PageData>(html, "sliceway-data")).toEqual({ operation: null });
  });

  it("is nothing for images and programs", async () => {
    const image = await get("/favicon.ico", { "sec-fetch-dest": "image" });
    expect([image.status, image.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
    expect((await fetch(`${gateway.url}/nowhere`, { method: "POST" })).status).toBe(404);
  });

  it("paints before its data has come", async () => {
    await using slow = await startTestGateway();
    const waiting = Promise.withResolvers<null>();
    await using notes = await startNotes({ resolvers: { Query: { notes: () => waiting.promise } } });
    await slow.serve(vector, [notes.instance]);
    const response = await fetch(slow.url, {
      headers: { accept: "text/html", "accept-encoding": "identity" },
    });
    const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    const opening = await reader.read();
    expect(opening.value).toContain('<div id="root">');
    expect(opening.value).not.toContain("sliceway-data");
    waiting.resolve(null);
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) rest += part.value;
    expect(rest).toContain("sliceway-data");
  });

  it("says that nothing is deployed yet, and is not ready", async () => {
    await using empty = await startTestGateway();
    const response = await fetch(empty.url, { headers: { accept: "text/html" } });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect((await fetch(`${empty.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${empty.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
  });
});
