import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import {
  type BuildFailure,
  type BuildOptions,
  type BuildResult,
  build,
  context,
  type Message,
} from "esbuild";
import { errors } from "./release-errors.ts";

/** CommonJS packages in an ES module still ask for Node's own modules by `require`. */
const REQUIRE =
  'import { createRequire as createSliceRequire } from "node:module"; const require = createSliceRequire(import.meta.url);';

/** Bundles a slice's server into `<outDir>/server.mjs` with a source map beside it. */
export type BundleServer = (outDir: string) => Promise<void>;

/** Bundles `server/src/main.ts` and everything it imports. Throws `SERVER_BUILD_FAILED`. */
export function serverBundle(slice: string, sliceDir: string): BundleServer {
  return (outDir) => write(slice, build(bundleOptions(sliceDir)), outDir);
}

/** The same for who does it again and again: what has not changed is not read anew. */
export function createBundler(slice: string, sliceDir: string): AsyncDisposable & { bundle: BundleServer } {
  const opened = context(bundleOptions(sliceDir));
  const rebuild = async () => (await opened).rebuild();
  return {
    bundle: (outDir) => write(slice, rebuild(), outDir),
    [Symbol.asyncDispose]: async () => (await opened).dispose(),
  };
}

async function write(
  slice: string,
  building: Promise<BuildResult<{ write: false }>>,
  outDir: string,
): Promise<void> {
  const result = await building.catch((error: BuildFailure) => {
    throw bundlingFailed(slice, error);
  });
  for (const file of result.outputFiles) await writeFile(join(outDir, basename(file.path)), file.contents);
}

/** How a slice's server is bundled; what comes out is for who calls to write. */
export function bundleOptions(sliceDir: string) {
  return {
    absWorkingDir: sliceDir,
    entryPoints: ["server/src/main.ts"],
    // Not written by esbuild: paths in the source map are relative to this place, whatever `outDir` is.
    outfile: "server.mjs",
    write: false,
    // Names in the bundle are those under node_modules, so they are the same wherever packages really lie.
    preserveSymlinks: true,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    banner: { js: REQUIRE },
    external: ["pg-native"],
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "silent",
  } satisfies BuildOptions & { write: false };
}

function bundlingFailed(slice: string, failure: BuildFailure): unknown {
  if (!Array.isArray(failure.errors)) return failure;
  return new SlicewayError(
    errors.SERVER_BUILD_FAILED(
      `The server of ${slice} cannot be built:\n${failure.errors.map(account).join("\n\n")}`,
    ),
    { cause: failure },
  );
}

/** `server/src/main.ts:3:9 Expected ";"`, then the line itself. */
function account({ location, text }: Message): string {
  if (!location) return text;
  const { file, line, column, lineText } = location;
  return `${file}:${line}:${column + 1} ${text}\n    ${lineText.trim()}`;
}
