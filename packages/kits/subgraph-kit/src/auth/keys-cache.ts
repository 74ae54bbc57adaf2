import { readFile, rename, writeFile } from "node:fs/promises";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The keys in the file; none if it is missing or damaged, since the registry will be asked. */
export async function readKeys(file: string): Promise<JSONWebKeySet> {
  try {
    return keysSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return { keys: [] };
  }
}

/** Replaces the file at once, so that nobody reads half of it. */
export async function writeKeys(file: string, keys: JSONWebKeySet): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(keys), { mode: 0o600 });
  await rename(draft, file);
}
