import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "@sliceway/service-kit";
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

export async function writeKeys(file: string, keys: JSONWebKeySet): Promise<void> {
  await writeFileAtomically(file, JSON.stringify(keys), 0o600);
}
