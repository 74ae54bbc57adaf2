import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Request, RequestHandler, Response } from "express";

const ASSET = /^\/([a-z][a-z0-9-]{1,30})\/([0-9a-f]{12})\/([\w./@-]+)$/;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Lies in a folder that somebody works on, which has no release.json. */
const WORK = "dev.json";

/**
 * Files of releases: `/<slice>/<release>/<path>` is `<releasesDir>/<slice>/<release>/web/<path>`, or its
 * brotli twin. The path names the content, so it may be kept for ever; what is not there may come. Where somebody works
 * on the files nothing is kept.
 */
export function createAssetHandler(releasesDir: string): RequestHandler {
  const committed = new Set<string>();

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
    const root = join(release, "web");
    if (!(await exists(join(root, path)))) return next();
    if (await isCommitted(release)) return sendFile(request, response, root, path);
    if (!(await exists(join(root, WORK)))) return next();
    await send(response, { root, path }, { cacheControl: false, headers: { "cache-control": "no-store" } });
  };
}

async function sendFile(request: Request, response: Response, root: string, path: string): Promise<void> {
  const twin = request.acceptsEncodings("br") === "br" && (await exists(join(root, `${path}.br`)));
  response.vary("Accept-Encoding").type(path.slice(path.lastIndexOf(".") + 1));
  if (twin) response.set("content-encoding", "br");
  // The path is the validator.
  const caching = { etag: false, lastModified: false, immutable: true, maxAge: YEAR_MS };
  await send(response, { root, path: twin ? `${path}.br` : path }, caching);
}

async function send(
  response: Response,
  { root, path }: { root: string; path: string },
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
