import { cp, glob, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceFingerprint } from "../src/release/source-fingerprint.ts";
import { type TemporaryFolder, temporaryFolder } from "../src/testing/temporary-folder.ts";

const root = resolve(import.meta.dirname, "../../../..");
const PARTS = ["contract", "server", "web"];
const MADE = /^(node_modules|dist|coverage|tests|templates|\..+)$/;

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
}

/** This project's sources in a folder of their own, to be changed. */
let copy: TemporaryFolder;
let slices: string[];
/** Folders of the project's packages by their names. */
const folders = new Map<string, string>();
beforeAll(async () => {
  copy = await temporaryFolder();
  for (const folder of ["packages", "slices"]) {
    await mkdir(join(copy.path, folder));
    const filter = (path: string) => !MADE.test(basename(path));
    await cp(join(root, folder), join(copy.path, folder), { recursive: true, filter });
  }
  for (const file of ["package-lock.json", "tsconfig.json"])
    await cp(join(root, file), join(copy.path, file));
  slices = await readdir(join(root, "slices"));
  for await (const path of glob("{packages,slices}/*/*/package.json", { cwd: copy.path }))
    folders.set((await readManifest(path)).name, path.slice(0, -"/package.json".length));
});
afterAll(() => copy[Symbol.asyncDispose]());

async function readManifest(path: string): Promise<Manifest> {
  return JSON.parse(await copy.read(path));
}

/** Folders of `packages/` that a slice depends on, as npm would follow its packages' names. */
async function listNeeded(slice: string): Promise<string[]> {
  const found = new Set<string>();
  const follow = async (folder: string): Promise<void> => {
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {} } = await readManifest(`${folder}/package.json`);
    for (const name of Object.keys(dependencies)) {
      const needed = folders.get(name);
      if (needed) await follow(needed);
    }
  };
  const parts = PARTS.map((part) => `slices/${slice}/${part}`);
  for (const part of parts) if ([...folders.values()].includes(part)) await follow(part);
  return [...found].filter((folder) => folder.startsWith("packages/")).sort();
}

async function readFingerprints(): Promise<Record<string, string>> {
  const read = async (slice: string) => [
    slice,
    await sourceFingerprint(copy.path, join(copy.path, "slices", slice)),
  ];
  return Object.fromEntries(await Promise.all(slices.map(read)));
}

/** Changes the last byte of a package's first source while `look` looks. */
async function whileChanged<T>(folder: string, look: () => Promise<T>): Promise<T> {
  const entries = await readdir(join(copy.path, folder, "src"), { recursive: true });
  const source = entries.sort().find((path) => /(?<!\.test)\.tsx?$/.test(path)) ?? "";
  const path = join(copy.path, folder, "src", source);
  const bytes = await readFile(path);
  await writeFile(path, Buffer.concat([bytes.subarray(0, -1), Buffer.from(" ")]));
  try {
    return await look();
  } finally {
    await writeFile(path, bytes);
  }
}

test("a changed byte in a package makes every slice anew that uses it, and no other", async () => {
  const needed = new Map(
    await Promise.all(slices.map(async (slice) => [slice, await listNeeded(slice)] as const)),
  );
  const packages = [...new Set([...needed.values()].flat())].sort();
  expect(packages).toEqual(
    expect.arrayContaining(
      ["errors", "events", "service-kit", "ui", "web-kit"].map((name) => `packages/kits/${name}`),
    ),
  );
  const before = await readFingerprints();
  for (const folder of packages) {
    const after = await whileChanged(folder, readFingerprints);
    const changed = slices.filter((slice) => after[slice] !== before[slice]);
    expect(changed, folder).toEqual(slices.filter((slice) => needed.get(slice)?.includes(folder)));
  }
  expect(await readFingerprints()).toEqual(before);
});
