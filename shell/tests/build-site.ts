import { cp, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Operation,
  type SliceManifest,
  sliceManifestSchema,
  type VectorSlice,
} from "@sliceway/manifest";
import { buildRemote, buildShell, generate } from "@sliceway/web-kit/build";
import { readIntegrity } from "./read-integrity.ts";

export const RELEASE = "0123456789ab";

/** The shell and the two slices beside this file, built for real into a folder. */
export interface BuiltSite {
  /** Holds `<slice>/<file>`. */
  dir: string;
  slices: VectorSlice[];
  operations: Operation[];
  fragments: { slice: string; name: string; text: string }[];
}

const shellDir = join(import.meta.dirname, "..");

export async function buildSite(): Promise<BuiltSite> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-shell-"));
  const sources = join(dir, "sources");
  await cp(join(import.meta.dirname, "slices"), sources, { recursive: true });
  const site: BuiltSite = { dir, slices: [await shellSlice(dir)], operations: [], fragments: [] };
  for (const slice of ["notes", "people"]) await addSlice(site, slice, join(sources, slice));
  return site;
}

async function shellSlice(dir: string): Promise<VectorSlice> {
  const outDir = join(dir, "shell");
  const { provides: _, ...web } = await buildShell({ shellDir, outDir, token: RELEASE });
  return vectorSlice(await readManifest(shellDir), web, outDir);
}

async function addSlice(site: BuiltSite, slice: string, sliceDir: string): Promise<void> {
  const outDir = join(site.dir, slice);
  const documents = await generate({ sliceDir });
  const { uses: _, ...web } = await buildRemote({ sliceDir, outDir, token: RELEASE });
  site.slices.push(await vectorSlice(await readManifest(sliceDir), web, outDir));
  site.operations.push(...documents.operations);
  site.fragments.push(...documents.fragments.map(({ name, text }) => ({ slice, name, text })));
}

async function readManifest(dir: string): Promise<SliceManifest> {
  return sliceManifestSchema.parse(JSON.parse(await readFile(join(dir, "slice.json"), "utf8")));
}

type Web = Omit<NonNullable<VectorSlice["web"]>, "integrity">;

async function vectorSlice(manifest: SliceManifest, web: Web, outDir: string): Promise<VectorSlice> {
  const { name: slice, role } = manifest;
  return { slice, release: RELEASE, role, manifest, web: { ...web, integrity: await readIntegrity(outDir) } };
}
