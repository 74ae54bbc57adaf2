import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReleaseRef } from "@sliceway/protocol";
import { z } from "zod";
import { writeFileWhole } from "../home/write-file-whole.ts";

const wantedSchema = z.array(z.templateLiteral([z.string(), "@", z.string()]));

/** Keeps what was wanted last, so that servers can start before the registry is up. */
export interface WantedStore {
  read(): Promise<ReleaseRef[]>;
  write(wanted: readonly ReleaseRef[]): Promise<void>;
}

export function createWantedStore(stateDir: string): WantedStore {
  const path = join(stateDir, "wanted.json");
  return {
    async read() {
      try {
        return wantedSchema.parse(JSON.parse(await readFile(path, "utf8")));
      } catch {
        return [];
      }
    },
    write: (wanted) => writeFileWhole(path, JSON.stringify(wanted)),
  };
}
