import { describe, expect, it } from "vitest";
import type { Release } from "./release.ts";
import { computeReleaseId, RELEASE_TOKEN, recomputeReleaseId, replaceToken } from "./release-id.ts";

const built: Record<string, string> = {
  "web/remoteEntry.js": `var posts__${RELEASE_TOKEN} = "é";`,
  "web/logo.png": "\u0000png",
  "server/server.mjs": "serve()",
};

function partsOf(files: Record<string, string>) {
  return {
    format: 1 as const,
    slice: "posts",
    role: "slice" as const,
    manifest: {
      name: "posts",
      role: "slice" as const,
      owner: "team-posts",
      title: { en: "Posts" },
      provides: [],
      events: { consumes: {} },
    },
    operations: [],
    fragments: [],
    shared: { provides: {}, uses: {} },
    migrations: [],
    web: { container: `posts__${RELEASE_TOKEN}`, entry: "remoteEntry.js", styles: [], exposes: {} },
    files: Object.keys(files).map((path) => ({ path })),
  };
}

const readFrom = (files: Record<string, string>) => async (path: string) => Buffer.from(files[path] ?? "");

async function finish(files: Record<string, string>) {
  const id = await computeReleaseId(partsOf(files), readFrom(files));
  const published = Object.entries(files).map(([path, text]) => [
    path,
    replaceToken(path, Buffer.from(text), id).toString(),
  ]);
  const text = JSON.stringify({ ...partsOf(files), id });
  const release: Release = JSON.parse(text.replaceAll(RELEASE_TOKEN, id));
  return { release, published: Object.fromEntries(published) as Record<string, string> };
}

describe("the id of a release", () => {
  it("is found again from the published bytes", async () => {
    const { release, published } = await finish(built);
    expect(release.id).toMatch(/^[0-9a-f]{12}$/);
    expect(published["web/remoteEntry.js"]).toBe(`var posts__${release.id} = "é";`);
    expect(await recomputeReleaseId(release, readFrom(published))).toBe(release.id);
  });

  it("does not hang on the order of files", async () => {
    const turned = Object.fromEntries(Object.entries(built).reverse());
    expect((await finish(turned)).release.id).toBe((await finish(built)).release.id);
  });

  it("changes with any file and any part", async () => {
    const { release, published } = await finish(built);
    const otherFile = { ...published, "server/server.mjs": "serve();" };
    expect(await recomputeReleaseId(release, readFrom(otherFile))).not.toBe(release.id);
    const otherPart = { ...release, migrations: [{ name: "slice/001.sql", sha256: "0", sql: "" }] };
    expect(await recomputeReleaseId(otherPart, readFrom(published))).not.toBe(release.id);
  });

  it("cannot be told while a token is left", async () => {
    const { release, published } = await finish(built);
    const forgotten = { ...published, "web/remoteEntry.js": built["web/remoteEntry.js"] ?? "" };
    expect(await recomputeReleaseId(release, readFrom(forgotten))).toBeNull();
  });
});
