import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Request, RequestHandler, Response } from "express";

const ASSET = /^\/([a-z][a-z0-9-]{1,30})\/([0-9a-f]{12})\/([\w./@-]+)$/;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Files of releases: `/<slice>/<release>/<path>` is `<releasesDir>/<slice>/<release>/web/<path>`, or its
 * brotli twin. The path names the content, so it may be kept for ever; what is not there may come.
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
    if (!(await isCommitted(release)) || !(await exists(join(root, path)))) return next();
    await sendFile(request, response, root, path);
  };
}

async function sendFile(request: Request, response: Response, root: string, path: string): Promise<void> {
  const twin = request.acceptsEncodings("br") === "br" && (await exists(join(root, `${path}.br`)));
  response.vary("Accept-Encoding").type(path.slice(path.lastIndexOf(".") + 1));
  if (twin) response.set("content-encoding", "br");
  const { promise, resolve } = Promise.withResolvers<void>();
  // The path is the validator. An error here is a client that has left.
  const caching = { etag: false, lastModified: false, acceptRanges: false, immutable: true, maxAge: YEAR_MS };
  response.sendFile(twin ? `${path}.br` : path, { root, ...caching }, () => resolve());
  await promise;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
