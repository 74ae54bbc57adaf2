import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Release, SliceManifest } from "@sliceway/protocol";
import type { Documents, HotBuild } from "@sliceway/web-kit/build";
import { buildServer } from "../release/build-server.ts";
import type { BundleServer } from "../release/bundle-server.ts";
import { listFiles } from "../release/list-files.ts";
import { listNamedLinks } from "../release/list-named-links.ts";
import { listNamedSlots } from "../release/list-named-slots.ts";
import { storeRelease } from "../release/store-release.ts";

export interface WorkParts {
  /** The session's id. */
  dev: string;
  sliceDir: string;
  /** The release is written to `<releasesDir>/<slice>/<id>/`. */
  releasesDir: string;
  manifest: SliceManifest;
  documents: Documents;
  /** The remote as it was built last; undefined for a slice without one. */
  hot: HotBuild | undefined;
  bundle: BundleServer;
}

/**
 * A release of what somebody works on. The files of its remote are not in it: a save that changes nothing but those
 * gives the same release. Throws what `buildServer` throws.
 */
export async function buildWork(parts: WorkParts): Promise<Release> {
  const { dev, sliceDir, releasesDir, manifest, documents, hot, bundle } = parts;
  await mkdir(releasesDir, { recursive: true });
  const workDir = await mkdtemp(join(releasesDir, ".build-"));
  try {
    const server = await buildServer(manifest, { sliceDir, outDir: join(workDir, "server"), bundle });
    const files = existsSync(join(workDir, "server")) ? await listFiles(workDir) : [];
    const draft = {
      format: 1 as const,
      slice: manifest.name,
      role: manifest.role,
      dev,
      manifest,
      ...server,
      ...documents,
      shared: { provides: {}, uses: hot?.uses ?? {} },
      ...(hot && {
        web: hot.web,
        slots: await listNamedSlots(sliceDir),
        links: await listNamedLinks(sliceDir),
      }),
      files: files.map((path) => ({ path })),
    };
    return await storeRelease(draft, { workDir, releasesDir, development: true });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
