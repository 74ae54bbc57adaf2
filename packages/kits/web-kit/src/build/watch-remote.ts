import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Release, sliceManifestSchema } from "@sliceway/protocol";
import webpack, { type Stats } from "webpack";
import { containerName } from "./base-config.ts";
import type { BuildError } from "./build-error.ts";
import { exposedModules } from "./exposed-modules.ts";
import { readConfig } from "./read-config.ts";
import { remoteConfig } from "./remote-config.ts";
import { findBuildError } from "./run-webpack.ts";
import type { SharedExports } from "./shared-keys.ts";
import { SharedUses } from "./shared-uses.ts";

export interface WatchOptions {
  sliceDir: string;
  /** Where the files are written too. */
  outDir: string;
  /** Twelve hex digits that stand in the container's name and in the files' address. */
  dev: string;
  /** Told of the first build and of each after a change. */
  onBuild: (build: HotBuild) => void;
}

/** A remote as it is now. */
export interface HotBuild {
  ms: number;
  /** Null where it could be built; what was built before stays. */
  problem: BuildError | null;
  /** Names this build. */
  hash: string;
  /** What has changed since the build before, by its path in `web/`. */
  files: ReadonlyMap<string, Buffer>;
  web: NonNullable<Release["web"]>;
  /** Exports of the shared packages that its code uses. */
  uses: SharedExports;
}

/**
 * Builds a slice's remote for somebody who works on it, and again whenever one of its files changes. Run `generate`
 * before, and when documents change. Disposing ends it.
 *
 * @throws BuildError MODULE_MISSING
 */
export async function watchRemote({
  sliceDir,
  outDir,
  dev,
  onBuild,
}: WatchOptions): Promise<AsyncDisposable> {
  const webDir = join(resolve(sliceDir), "web");
  const configuration = (await readConfig(webDir, remoteConfig))({ token: dev, development: true });
  const web = webPart(webDir, dev);
  const shared = new SharedUses();
  const compiler = webpack({
    ...configuration,
    output: { ...configuration.output, path: resolve(outDir) },
    plugins: [...(configuration.plugins ?? []), shared],
  });
  if (!compiler) throw new TypeError("webpack took the configuration for a watcher's");
  let files = new Map<string, Buffer>();
  compiler.hooks.assetEmitted.tap("watchRemote", (path, { content }) => void files.set(path, content));
  const watching = compiler.watch({ aggregateTimeout: 20 }, (error, stats) => {
    if (error || !stats) throw error ?? new TypeError("webpack gave neither an error nor a result");
    const emitted = files;
    files = new Map();
    onBuild({ ...describe(stats), files: emitted, web, uses: shared.uses });
  });
  return {
    [Symbol.asyncDispose]: () => new Promise<void>((done) => watching?.close(() => done()) ?? done()),
  };
}

function describe(stats: Stats): Pick<HotBuild, "ms" | "problem" | "hash"> {
  const { startTime, endTime, hash = "" } = stats;
  return { ms: endTime - startTime, problem: findBuildError(stats), hash };
}

/** Nothing is loaded ahead: which files a module needs may change with the next save. */
function webPart(webDir: string, dev: string): HotBuild["web"] {
  const manifest = sliceManifestSchema.parse(JSON.parse(readFileSync(join(webDir, "../slice.json"), "utf8")));
  const modules = Object.keys(exposedModules(webDir, manifest));
  const exposes = Object.fromEntries(modules.map((module) => [module, { js: [], css: [] }]));
  return { container: containerName(manifest.name, dev), entry: "remoteEntry.js", styles: [], exposes };
}
