import { readdir, readFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { startTestPostgres } from "@sliceway/postgres/testing";
import { RELEASE_TOKEN } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { publishSigned } from "../src/testing/index.ts";
import { type Build, makeBuild } from "../src/testing/make-release.ts";
import { publishBuild } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";

const stack = new AsyncDisposableStack();
let registry: TestRegistry;

beforeAll(async () => {
  const postgres = stack.use(await startTestPostgres());
  registry = stack.use(await startTestRegistry(postgres));
});
afterAll(() => stack.disposeAsync());

/** Each of its own content, so that tests do not meet. */
let count = 0;
function build(): Promise<Build> {
  count += 1;
  return makeBuild("notes", {
    files: {
      "web/remoteEntry.js": `var notes__${RELEASE_TOKEN} = ${count};`,
      "server/server.mjs": "serve()",
    },
  });
}

describe("publishing", () => {
  it("stores files and release.json where gateways and the runtime look", async () => {
    const { release, files } = await build();
    await publishBuild(registry.client, { release, files });
    const dir = join(registry.config.releasesDir, "notes", release.id);
    expect(await readFile(join(dir, "web/remoteEntry.js"), "utf8")).toBe(
      `var notes__${release.id} = ${count};`,
    );
    expect(JSON.parse(await readFile(join(dir, "release.json"), "utf8"))).toEqual(release);
    expect(await registry.client.getRelease("notes", release.id)).toEqual(release);
    const listed = await registry.client.listReleases("notes");
    expect(listed.map(({ id }) => id)).toContain(release.id);
    expect(await registry.client.listReleases("people")).toEqual([]);
  });

  it("is a no-op the second time", async () => {
    const built = await build();
    await publishBuild(registry.client, built);
    await publishSigned(registry.client, built.release);
    await expect(publishBuild(registry.client, built)).rejects.toMatchObject({
      status: 409,
      code: "RELEASE_COMMITTED",
    });
  });

  it("is done once when two do it at the same time", async () => {
    const { release, files } = await build();
    for (const [path, bytes] of files) await registry.client.putFile(release, path, bytes);
    await Promise.all([publishSigned(registry.client, release), publishSigned(registry.client, release)]);
    expect(await registry.client.getRelease("notes", release.id)).toEqual(release);
  });

  it("checks the packed twin of a file", async () => {
    const { release, files } = await build();
    const [entry] = release.files;
    if (!entry) throw new Error("no file");
    const twin = brotliCompressSync(files.get(entry.path) ?? "");
    entry.brotliBytes = twin.length;
    await registry.client.putFile(release, `${entry.path}.br`, brotliCompressSync("something else"));
    await expect(publishBuild(registry.client, { release, files })).rejects.toMatchObject({
      code: "RELEASE_INVALID",
    });
    await registry.client.putFile(release, `${entry.path}.br`, twin);
    await publishSigned(registry.client, release);
  });

  it("drops what was uploaded and is not listed", async () => {
    const { release, files } = await build();
    await registry.client.putFile(release, "web/stranger.js", Buffer.from("evil()"));
    await publishBuild(registry.client, { release, files });
    const web = await readdir(join(registry.config.releasesDir, "notes", release.id, "web"));
    expect(web).toEqual(["remoteEntry.js"]);
  });
});

describe("a refusal", () => {
  it("meets a file that was tampered with, and goes away with the right file", async () => {
    const { release, files } = await build();
    await publishAllBut(files, "server/server.mjs", release);
    await registry.client.putFile(release, "server/server.mjs", Buffer.from("sevre()"));
    await expect(publishSigned(registry.client, release)).rejects.toMatchObject({
      status: 422,
      problems: [{ code: "FILE_WRONG", slice: "notes", release: release.id, file: "server/server.mjs" }],
    });
    await expect(registry.client.getRelease("notes", release.id)).rejects.toMatchObject({ status: 404 });
    await registry.client.putFile(
      release,
      "server/server.mjs",
      files.get("server/server.mjs") ?? Buffer.of(),
    );
    await publishSigned(registry.client, release);
  });

  it("meets a file that was not uploaded", async () => {
    const { release, files } = await build();
    await publishAllBut(files, "web/remoteEntry.js", release);
    await expect(publishSigned(registry.client, release)).rejects.toMatchObject({
      problems: [{ file: "web/remoteEntry.js", message: expect.stringContaining("not uploaded") }],
    });
  });

  it("meets an id that does not follow from the content", async () => {
    const { release, files } = await build();
    const forged = { ...release, migrations: [], shared: { provides: { react: ["useState"] }, uses: {} } };
    await expect(publishBuild(registry.client, { release: forged, files })).rejects.toMatchObject({
      status: 422,
      problems: [{ code: "ID_WRONG" }],
    });
  });

  it("meets another content under a published id", async () => {
    const built = await build();
    await publishBuild(registry.client, built);
    const other = { ...built.release, shared: { provides: {}, uses: { react: ["useState"] } } };
    await expect(publishSigned(registry.client, other)).rejects.toMatchObject({
      status: 409,
      code: "RELEASE_DIFFERS",
    });
  });

  it("meets operations whose id is not of their text", async () => {
    const built = await makeBuild("notes", { operations: ["query NotePage { note }"] });
    const [operation] = built.release.operations;
    if (operation) operation.id = `x-notes:${"0".repeat(64)}`;
    await expect(publishBuild(registry.client, built)).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({
          code: "OPERATION_ID_WRONG",
          operation: "NotePage",
          file: "web/src/NotePage.graphql",
          line: 1,
        }),
      ]),
    });
  });

  it("meets names in slice.json that the release does not have", async () => {
    const web = { routes: [], navigation: [], slots: { card: { module: "./Card", fragment: "Card_note" } } };
    const built = await makeBuild("notes", { manifest: { web } });
    await expect(publishBuild(registry.client, built)).rejects.toMatchObject({
      problems: [{ code: "NAME_UNKNOWN" }, { code: "NAME_UNKNOWN" }],
    });
  });

  it("meets an entry that pages would load without looking at its hash", async () => {
    const built = await build();
    const { web } = built.release;
    if (web) web.entry = "remoteEntry.mjs";
    await expect(publishBuild(registry.client, built)).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ code: "FILE_UNCHECKED", file: "web/remoteEntry.mjs" }),
      ]),
    });
  });

  it.each([
    "web/../../../escaped.js",
    "web/%2e%2e/%2e%2e/escaped.js",
    "web/..%2f..%2fescaped.js",
    "etc/passwd",
    "web//a.js",
    "web/a%00.js",
  ])("meets the path %s", async (path) => {
    const { release } = await build();
    const status = await putRaw(`/v1/releases/notes/${release.id}/files/${path}`);
    expect(status).toBe(400);
    const entries = await readdir(registry.config.releasesDir, { recursive: true });
    expect(entries.filter((entry) => /escaped|passwd|a\.js/.test(entry))).toEqual([]);
  });
});

it("refuses a file that is too large, before it is sent", async () => {
  const { release } = await build();
  const path = `/v1/releases/notes/${release.id}/files/web/huge.js`;
  expect(await putRaw(path, { "content-length": String(2 ** 30) })).toBe(413);
});

it("leaves nothing behind of an upload that breaks off", async () => {
  const { release } = await build();
  const target = new URL(`/v1/releases/notes/${release.id}/files/web/half.js`, registry.url);
  const headers = { authorization: `Bearer ${registry.config.adminToken}`, "content-length": "1000" };
  const sent = request(target, { method: "PUT", headers }).on("error", () => {});
  sent.write("half");
  const incoming = join(registry.config.releasesDir, ".incoming");
  const isUpload = (name: string) => /^[0-9a-f-]{36}$/.test(name);
  await vi.waitFor(async () => expect((await readdir(incoming)).some(isUpload)).toBe(true));
  sent.destroy();
  await vi.waitFor(async () => expect((await readdir(incoming)).some(isUpload)).toBe(false));
});

async function publishAllBut(
  files: Build["files"],
  omitted: string,
  release: Build["release"],
): Promise<void> {
  for (const [path, bytes] of files)
    if (path !== omitted) await registry.client.putFile(release, path, bytes);
}

/** `fetch` would tidy up the path. Resolves to the status. */
async function putRaw(path: string, more: Record<string, string> = {}): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const headers = { authorization: `Bearer ${registry.config.adminToken}`, ...more };
  const sent = request(registry.url, { method: "PUT", path, headers }, (response) => {
    response.resume();
    resolve(response.statusCode);
    sent.destroy();
  });
  sent.on("error", reject).write("escaped");
  if (!more["content-length"]) sent.end();
  return promise;
}
