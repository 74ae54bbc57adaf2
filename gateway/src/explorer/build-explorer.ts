import { access, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const require = createRequire(import.meta.url);
const CLIENT = join(import.meta.dirname, "../../explorer/main.tsx");
const WORKERS = {
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
};

/**
 * Bundles the explorer into `outDir` (`main.js`, `main.css`, workers, fonts) unless it is there. It takes
 * some two seconds. The folder appears whole or not at all.
 */
export async function buildExplorer(outDir: string): Promise<void> {
  if (await isThere(outDir)) return;
  const draft = await mkdtemp(`${outDir}.`);
  try {
    await Promise.all([buildClient(draft), buildWorkers(draft)]);
    await rename(draft, outDir);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another gateway may have been quicker.
    if (!(await isThere(outDir))) throw error;
  }
}

/** Where the bundle of this GraphiQL version lies below the state directory. */
export function explorerDir(stateDir: string): string {
  const { version }: { version: string } = require("graphiql/package.json");
  return join(stateDir, `explorer-${version}`);
}

async function buildClient(outdir: string): Promise<void> {
  await build({
    ...base(outdir),
    entryPoints: { main: CLIENT },
    format: "esm",
    splitting: true,
    jsx: "automatic",
    loader: { ".ttf": "file" },
    // GraphiQL reaches for it only when subscriptions go over WebSocket.
    external: ["graphql-ws"],
  });
}

/** GraphiQL's own dependencies are not ours, so the workers are looked up from where it lies. */
async function buildWorkers(outdir: string): Promise<void> {
  const from = dirname(require.resolve("graphiql/package.json"));
  const entryPoints = Object.entries(WORKERS).map(([out, path]) => ({
    out,
    in: createRequire(join(from, "package.json")).resolve(path),
  }));
  await build({ ...base(outdir), entryPoints, format: "iife" });
}

function base(outdir: string): BuildOptions {
  return {
    outdir,
    bundle: true,
    minify: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
