import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Vector, vectorSchema } from "@sliceway/protocol";
import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { type Logger, parseCachedFile } from "@sliceway/service-kit";
import { writeJsonFile } from "./json-file.ts";

/** A vector, or why there is none: the registry does not know it, or cannot be asked now. */
export type FoundVector = { kind: "found"; vector: Vector } | { kind: "missing"; why: NoVector };

export type NoVector = "unknown" | "unreachable";

export interface VectorStore {
  /** From disk, else from the registry (then kept on disk). Never rejects. */
  find(id: string): Promise<FoundVector>;
  /** Removes all others from disk. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

/** Vectors never change, so a copy on disk is as good as the registry's. */
export function createVectorStore(
  dir: string,
  registry: Pick<RegistryClient, "getVector">,
  log: Logger,
): VectorStore {
  const fileOf = (id: string) => join(dir, `${id}.json`);
  const findStored = (id: string) =>
    parseCachedFile(vectorSchema, fileOf(id)).catch((err: unknown) => {
      log.warn({ err }, "a vector on disk cannot be read; the registry is asked for it");
      return null;
    });
  return {
    async find(id) {
      const stored = await findStored(id);
      if (stored) return { kind: "found", vector: stored };
      const fetched = await fetchVector(registry, id);
      // A disk that is full must not keep anybody from being served.
      if (fetched.kind === "found") await writeJsonFile(fileOf(id), fetched.vector).catch(() => undefined);
      return fetched;
    },
    async keepOnly(ids) {
      const names = await readdir(dir).catch(() => []);
      const stale = names.filter((name) => !ids.has(name.replace(/\.json$/, "")));
      await Promise.allSettled(stale.map((name) => rm(join(dir, name), { force: true })));
    },
  };
}

async function fetchVector(registry: Pick<RegistryClient, "getVector">, id: string): Promise<FoundVector> {
  try {
    return { kind: "found", vector: await registry.getVector(id) };
  } catch (error) {
    const isUnknown = error instanceof RegistryError && error.status === 404;
    return { kind: "missing", why: isUnknown ? "unknown" : "unreachable" };
  }
}
