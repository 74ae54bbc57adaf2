import { join } from "node:path";
import type { ReleaseRef } from "@sliceway/protocol";
import { parseCachedFile, writeFileAtomically } from "@sliceway/service-kit";
import { z } from "zod";

const wantedSchema = z.array(z.templateLiteral([z.string(), "@", z.string()]));

/** Keeps what was wanted last, so that servers can start before the registry is up. */
export interface WantedStore {
  read(): Promise<ReleaseRef[]>;
  write(wanted: readonly ReleaseRef[]): Promise<void>;
}

export function createWantedStore(stateDir: string): WantedStore {
  const path = join(stateDir, "wanted.json");
  return {
    read: async () => (await parseCachedFile(wantedSchema, path)) ?? [],
    write: (wanted) => writeFileAtomically(path, JSON.stringify(wanted)),
  };
}
