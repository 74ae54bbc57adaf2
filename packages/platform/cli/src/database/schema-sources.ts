import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SliceManifest } from "@sliceway/protocol";
import { CODEGEN_FILE } from "./codegen-options.ts";
import { readSliceMigrations } from "./read-slice-migrations.ts";

export const SCHEMA_FILE = "server/schema.sql";

/** The first line of `server/schema.sql`: says what it was made from, so that a build notices that it is old. */
export async function schemaHeading(sliceDir: string, { database }: SliceManifest): Promise<string> {
  const options = join(sliceDir, CODEGEN_FILE);
  const sources = {
    migrations: (await readSliceMigrations(sliceDir))
      .filter(({ name }) => !name.startsWith("events/"))
      .map(({ name, sha256 }) => [name, sha256]),
    unused: database?.unused.toSorted() ?? [],
    options: existsSync(options) ? await readFile(options, "utf8") : "",
  };
  const hash = createHash("sha256").update(JSON.stringify(sources)).digest("hex");
  return `-- What the migrations come to, to read and to compare. Made by \`sliceway generate-db\` from ${hash.slice(0, 16)}.`;
}
