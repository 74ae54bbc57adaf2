import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const RELEASE = "bbbbbbbbbbbb";
const script = "console.log('remote')";
let gateway: TestGateway;

const get = (path: string, encoding = "gzip, br") =>
  fetch(`${gateway.url}${path}`, { headers: { "accept-encoding": encoding } });

describe("a release's file", () => {
  beforeAll(async () => {
    gateway = await startTestGateway();
    const release = join(gateway.releasesDir, "notes", RELEASE);
    await mkdir(join(release, "web"), { recursive: true });
    await mkdir(join(release, "server"));
    await writeFile(join(release, "web", "remoteEntry.js"), script);
    await writeFile(join(release, "web", "remoteEntry.js.br"), brotliCompressSync(script));
    await writeFile(join(release, "server", "server.mjs"), "secret");
    await writeFile(join(release, "release.json"), "{}");
    await mkdir(join(gateway.releasesDir, "notes", "ffffffffffff", "web"), { recursive: true });
    await writeFile(join(gateway.releasesDir, "notes", "ffffffffffff", "web", "remoteEntry.js"), "half");
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it("is never kept where somebody works on it", async () => {
    const web = join(gateway.releasesDir, "notes", "0a1b2c3d4e5f", "web");
    await mkdir(web, { recursive: true });
    await writeFile(join(web, "dev.json"), "{}");
    for (const text of ["first", "second"]) {
      await writeFile(join(web, "remoteEntry.js"), text);
      const response = await get("/s/notes/0a1b2c3d4e5f/remoteEntry.js");
      expect([await response.text(), response.headers.get("cache-control")]).toEqual([text, "no-store"]);
    }
  });

  it("may be kept for ever, and comes as brotli to those who take it", async () => {
    const response = await get(`/s/notes/${RELEASE}/remoteEntry.js`);
    expect(await response.text()).toBe(script);
    const names = ["content-type", "content-encoding", "cache-control", "etag", "vary"];
    expect(names.map((name) => response.headers.get(name))).toEqual([
      "text/javascript; charset=utf-8",
      "br",
      "public, max-age=31536000, immutable",
      null,
      "Accept-Encoding",
    ]);
    const plain = await get(`/s/notes/${RELEASE}/remoteEntry.js`, "identity");
    expect([await plain.text(), plain.headers.get("content-encoding")]).toEqual([script, null]);
  });

  it("comes whole however large it is, and without its body to those who ask for the head", async () => {
    const large = "/* ".padEnd(3 * 1024 * 1024, "x");
    const web = join(gateway.releasesDir, "notes", RELEASE, "web");
    await writeFile(join(web, "large.js"), large);
    for (const [name, text] of [
      ["large.js", large],
      ["remoteEntry.js", script],
    ] as const) {
      const response = await get(`/s/notes/${RELEASE}/${name}`, "identity");
      expect([await response.text(), response.headers.get("cache-control")]).toEqual([
        text,
        "public, max-age=31536000, immutable",
      ]);
      const head = await fetch(`${gateway.url}/s/notes/${RELEASE}/${name}`, {
        method: "HEAD",
        headers: { "accept-encoding": "identity" },
      });
      expect([head.headers.get("content-length"), await head.text()]).toEqual([`${text.length}`, ""]);
    }
  });

  it("is sent as soon as it comes", async () => {
    const path = `/s/notes/${RELEASE}/late.js`;
    expect((await get(path)).status).toBe(404);
    await writeFile(join(gateway.releasesDir, "notes", RELEASE, "web", "late.js"), script);
    expect(await (await get(path)).text()).toBe(script);
  });

  it.each([
    `/s/notes/${RELEASE}/missing.js`,
    `/s/notes/${RELEASE}/..%2Fserver/server.mjs`,
    `/s/notes/${RELEASE}/%2e%2e/server/server.mjs`,
    "/s/notes/ffffffffffff/remoteEntry.js",
    "/s/notes/nonsense/remoteEntry.js",
  ])("is not there, and that is not kept: %s", async (path) => {
    const response = await get(path);
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });
});
