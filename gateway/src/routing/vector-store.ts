import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Vector, vectorSchema } from "@sliceway/protocol";
import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** Why there is no vector: the registry does not know it, or it cannot be asked now. */
export type NoVector = "unknown" | "unreachable";

export interface VectorStore {
  /** From disk, else from the registry (then kept on disk). Never rejects. */
  find(id: string): Promise<Vector | NoVector>;
  /** Removes all others from disk. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

/** Vectors never change, so a copy on disk is as good as the registry's. */
export function createVectorStore(dir: string, registry: Pick<RegistryClient, "getVector">): VectorStore {
  const fileOf = (id: string) => join(dir, `${id}.json`);
  return {
    async find(id) {
      const stored = await readJsonFile(vectorSchema, fileOf(id));
      if (stored) return stored;
      const fetched = await fetchVector(registry, id);
      // A disk that is full must not keep anybody from being served.
      if (typeof fetched !== "string") await writeJsonFile(fileOf(id), fetched).catch(() => undefined);
      return fetched;
    },
    async keepOnly(ids) {
      const names = await readdir(dir).catch(() => []);
      const stale = names.filter((name) => !ids.has(name.replace(/\.json$/, "")));
      await Promise.allSettled(stale.map((name) => rm(join(dir, name), { force: true })));
    },
  };
}

async function fetchVector(
  registry: Pick<RegistryClient, "getVector">,
  id: string,
): Promise<Vector | NoVector> {
  try {
    return await registry.getVector(id);
  } catch (error) {
    return error instanceof RegistryError && error.status === 404 ? "unknown" : "unreachable";
  }
}
