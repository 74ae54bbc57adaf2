import { access } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Request, RequestHandler, Response } from "express";
import { createKeptFiles, type KeptFiles } from "./kept-files.ts";

const ASSET = /^\/([a-z][a-z0-9-]{1,30})\/([0-9a-f]{12})\/([\w./@-]+)$/;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const FOR_EVER = `public, max-age=${YEAR_MS / 1000}, immutable`;

/** Marks the folder of a development session, which has no release.json. */
const WORK = "dev.json";

/**
 * Files of releases: `/<slice>/<release>/<path>` is `<releasesDir>/<slice>/<release>/web/<path>`, or its
 * brotli twin. The path names the content, so it may be kept for ever; what is not there may come. Where somebody works
 * on the files nothing is kept.
 */
export function createAssetHandler(releasesDir: string): RequestHandler {
  const committed = new Set<string>();
  const kept = createKeptFiles();

  /** Files may still be on their way until the release's commit marker is written. */
  async function isCommitted(release: string): Promise<boolean> {
    if (committed.has(release) || !(await exists(join(release, "release.json"))))
      return committed.has(release);
    committed.add(release);
    return true;
  }

  return async (request, response, next) => {
    const [, slice, id, path] = ASSET.exec(request.path) ?? [];
    if (!slice || !id || !path || path.split("/").includes("..")) return next();
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const release = join(releasesDir, slice, id);
    const file = { root: join(release, "web"), path };
    if (await isCommitted(release)) {
      if (!(await sendKept(request, response, kept, file))) next();
      return;
    }
    if (!(await exists(join(file.root, path))) || !(await exists(join(file.root, WORK)))) return next();
    await stream(response, file, { cacheControl: false, headers: { "cache-control": "no-store" } });
  };
}

interface AssetFile {
  /** Folder. */
  root: string;
  /** Path within it. */
  path: string;
}

/** Resolves to whether the file is there. */
async function sendKept(
  request: Request,
  response: Response,
  kept: KeptFiles,
  { root, path }: AssetFile,
): Promise<boolean> {
  const brotli = request.acceptsEncodings("br") === "br";
  const file = await kept.read(join(root, path), { brotli });
  if (!file) return false;
  response.vary("Accept-Encoding").type(path.slice(path.lastIndexOf(".") + 1));
  if (file.isBrotli) response.set("content-encoding", "br");
  // The path is the validator.
  if (file.body) {
    response.set({ "cache-control": FOR_EVER, "content-length": `${file.body.length}` }).end(file.body);
  } else {
    const caching = { etag: false, lastModified: false, immutable: true, maxAge: YEAR_MS };
    await stream(response, { root, path: relative(root, file.path) }, caching);
  }
  return true;
}

async function stream(
  response: Response,
  { root, path }: AssetFile,
  caching: Parameters<Response["sendFile"]>[1],
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // An error here is a client that has left.
  response.sendFile(path, { root, acceptRanges: false, ...caching }, () => resolve());
  await promise;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
