import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { RELEASE_TOKEN, type Release } from "@sliceway/protocol";
import { z } from "zod";
import { readConfig } from "./read-config.ts";
import { remoteConfig } from "./remote-config.ts";
import { runWebpack } from "./run-webpack.ts";
import type { SharedExports } from "./shared-keys.ts";
import { SharedUses } from "./shared-uses.ts";

export interface BuildOptions {
  sliceDir: string;
  /** Emptied first. */
  outDir: string;
  /** Twelve characters that stand for the release's id in what is built. */
  token?: string;
}

/** A built remote. Paths are relative to the output folder. */
export interface BuiltRemote extends NonNullable<Release["web"]> {
  /** Exports of the shared packages that its code uses. */
  uses: SharedExports;
}

const assets = z.object({ sync: z.array(z.string()) });
const federationManifest = z.object({
  metaData: z.object({ remoteEntry: z.object({ name: z.string() }) }),
  name: z.string(),
  exposes: z.array(z.object({ path: z.string(), assets: z.object({ js: assets, css: assets }) })),
});

/**
 * Builds a slice's remote as its `web/webpack.config.ts` says. The same sources give the same files, byte by byte,
 * in any folder. Run `generate` first.
 *
 * @throws BuildError if webpack reports an error or a module of slice.json is not there
 */
export async function buildRemote({
  sliceDir,
  outDir,
  token = RELEASE_TOKEN,
}: BuildOptions): Promise<BuiltRemote> {
  const configure = await readConfig(join(resolve(sliceDir), "web"), remoteConfig);
  const configuration = configure({ token });
  const shared = new SharedUses();
  await runWebpack({
    ...configuration,
    output: { ...configuration.output, path: resolve(outDir) },
    plugins: [...(configuration.plugins ?? []), shared],
  });
  return { ...(await takeManifest(resolve(outDir))), uses: shared.uses };
}

/** Module Federation's own manifest says which files a module needs. It is not part of the release. */
async function takeManifest(outDir: string): Promise<Omit<BuiltRemote, "uses">> {
  const path = join(outDir, "mf-manifest.json");
  const manifest = federationManifest.parse(JSON.parse(await readFile(path, "utf8")));
  await Promise.all([rm(path), rm(join(outDir, "mf-stats.json"), { force: true })]);
  const exposes = manifest.exposes.map(({ path, assets }) => [
    path,
    { js: assets.js.sync.sort(), css: assets.css.sync.sort() },
  ]);
  return {
    container: manifest.name,
    entry: manifest.metaData.remoteEntry.name,
    styles: [],
    exposes: Object.fromEntries(exposes),
  };
}
