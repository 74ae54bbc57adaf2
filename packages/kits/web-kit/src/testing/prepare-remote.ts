import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Bundle, bundleView } from "@sliceway/chromium/testing";
import { type SliceManifest, sliceManifestSchema, type VectorSlice } from "@sliceway/protocol";
import { exposedModules } from "../build/exposed-modules.ts";
import { type Graph, readGraph } from "./read-graph.ts";

/** What all views of a slice have in common. */
export interface PreparedRemote {
  manifest: SliceManifest;
  /** The slice and those beside it, as slice.json says. */
  slices: VectorSlice[];
  bundle: Bundle;
  graph: Graph;
}

const prepared = new Map<string, Promise<PreparedRemote>>();

/** Builds a slice's remote for views, once per test file. */
export function prepareRemote(sliceDir: string): Promise<PreparedRemote> {
  const known = prepared.get(sliceDir) ?? prepare(sliceDir);
  prepared.set(sliceDir, known);
  return known;
}

async function prepare(sliceDir: string): Promise<PreparedRemote> {
  const manifest = await readManifest(sliceDir);
  const graph = await readGraph(sliceDir);
  const bundle = await bundleView({ entry: writeEntry(sliceDir, manifest), dir: import.meta.dirname });
  return { manifest, slices: await readNeighbours(sliceDir), bundle, graph };
}

function writeEntry(sliceDir: string, manifest: SliceManifest): string {
  const modules = Object.entries(exposedModules(join(sliceDir, "web"), manifest)).map(
    ([module, file]) => `${JSON.stringify(module)}: () => import(${JSON.stringify(file)}),`,
  );
  return `import "@sliceway/ui/styles.css";
import { startView } from "./browser/start-view.tsx";
startView({ ${modules.join("\n")} });`;
}

/** The slice itself is among them. */
async function readNeighbours(sliceDir: string): Promise<VectorSlice[]> {
  const slicesDir = dirname(sliceDir);
  const names = (await readdir(slicesDir)).filter((name) => existsSync(join(slicesDir, name, "slice.json")));
  const manifests = await Promise.all(names.map((name) => readManifest(join(slicesDir, name))));
  return manifests.map((manifest) => ({
    slice: manifest.name,
    release: "000000000000",
    role: manifest.role,
    manifest,
  }));
}

async function readManifest(sliceDir: string): Promise<SliceManifest> {
  return sliceManifestSchema.parse(JSON.parse(await readFile(join(sliceDir, "slice.json"), "utf8")));
}
