import { parseCachedFile, writeFileAtomically } from "@sliceway/service-kit";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The keys in the file; none if it is missing or damaged, since the registry will be asked. */
export async function readKeys(file: string): Promise<JSONWebKeySet> {
  return (await parseCachedFile(keysSchema, file)) ?? { keys: [] };
}

export async function writeKeys(file: string, keys: JSONWebKeySet): Promise<void> {
  await writeFileAtomically(file, JSON.stringify(keys), 0o600);
}
