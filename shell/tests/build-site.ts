import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Operation,
  type SliceManifest,
  sliceManifestSchema,
  type VectorSlice,
} from "@sliceway/protocol";
import { buildRemote, buildShell, generate } from "@sliceway/web-kit/build";
import { readIntegrity } from "./read-integrity.ts";

export const RELEASE = "0123456789ab";
/** A release of notes before that: without its mistakes, and with another heading. */
export const EARLIER = "ba9876543210";
export const VECTOR = "v-0123456789ab";
export const EARLIER_VECTOR = "v-ba9876543210";

/** The shell and the two slices beside this file, built for real into a folder. */
export interface BuiltSite {
  /** Holds `<slice>/<release>/<file>`. */
  dir: string;
  /** By vector. */
  slices: Record<string, VectorSlice[]>;
  operations: Operation[];
  fragments: { slice: string; name: string; text: string }[];
}

const shellDir = join(import.meta.dirname, "..");

export async function buildSite(): Promise<BuiltSite> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-shell-"));
  const sources = join(dir, "sources");
  await cp(join(import.meta.dirname, "slices"), sources, { recursive: true });
  const site: BuiltSite = { dir, slices: {}, operations: [], fragments: [] };
  const shell = await shellSlice(dir);
  const notes = await addSlice(site, "notes");
  const people = await addSlice(site, "people");
  await goBack(join(sources, "notes/web/src"));
  const before = await buildSlice(site, "notes", EARLIER);
  site.slices = { [VECTOR]: [shell, notes, people], [EARLIER_VECTOR]: [shell, before, people] };
  return site;
}

/** Makes the sources of notes what they were before. */
async function goBack(sources: string): Promise<void> {
  const edit = async (file: string, change: (text: string) => string) => {
    const path = join(sources, file);
    await writeFile(path, change(await readFile(path, "utf8")));
  };
  await edit("pages/NotesPage.tsx", (text) => text.replace("All notes", "All my notes"));
  await edit("pages/AuthorPage.tsx", (text) => text.replace(/^.*mallory.*$/m, ""));
  await edit("help-texts.ts", () => "");
}

async function shellSlice(dir: string): Promise<VectorSlice> {
  const outDir = join(dir, "shell", RELEASE);
  const { provides: _, ...web } = await buildShell({ shellDir, outDir, token: RELEASE });
  return vectorSlice(await readManifest(shellDir), RELEASE, web, outDir);
}

async function addSlice(site: BuiltSite, slice: string): Promise<VectorSlice> {
  const documents = await generate({ sliceDir: join(site.dir, "sources", slice) });
  site.operations.push(...documents.operations);
  site.fragments.push(...documents.fragments.map(({ name, text }) => ({ slice, name, text })));
  return buildSlice(site, slice, RELEASE);
}

async function buildSlice({ dir }: BuiltSite, slice: string, release: string): Promise<VectorSlice> {
  const sliceDir = join(dir, "sources", slice);
  const outDir = join(dir, slice, release);
  const { uses: _, ...web } = await buildRemote({ sliceDir, outDir, token: release });
  return vectorSlice(await readManifest(sliceDir), release, web, outDir);
}

async function readManifest(dir: string): Promise<SliceManifest> {
  return sliceManifestSchema.parse(JSON.parse(await readFile(join(dir, "slice.json"), "utf8")));
}

type Web = Omit<NonNullable<VectorSlice["web"]>, "integrity">;

async function vectorSlice(
  manifest: SliceManifest,
  release: string,
  web: Web,
  outDir: string,
): Promise<VectorSlice> {
  const { name: slice, role } = manifest;
  return { slice, release, role, manifest, web: { ...web, integrity: await readIntegrity(outDir) } };
}
