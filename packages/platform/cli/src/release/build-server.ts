import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { generateEvents } from "@sliceway/events/build";
import type { Release, SliceManifest } from "@sliceway/protocol";
import { readSliceMigrations } from "../database/read-slice-migrations.ts";
import { readUsedTables } from "../database/used-tables.ts";
import { type BundleServer, serverBundle } from "./bundle-server.ts";
import { errors } from "./release-errors.ts";

type ServerPart = Pick<Release, "schema" | "migrations" | "database" | "events">;

interface ServerOptions {
  sliceDir: string;
  outDir: string;
  bundle?: BundleServer;
}

/** Builds what serves into `outDir`: `server.mjs`, `schema.graphql` and `migrations/<set>/*.sql`. */
export async function buildServer(
  manifest: SliceManifest,
  { sliceDir, outDir, bundle = serverBundle(manifest.name, sliceDir) }: ServerOptions,
): Promise<ServerPart> {
  if (!manifest.server) return { migrations: [] };
  const schemaFile = join(sliceDir, "contract/schema.graphql");
  if (!existsSync(schemaFile)) throw schemaMissing(schemaFile);
  await mkdir(outDir, { recursive: true });
  await copyFile(schemaFile, join(outDir, "schema.graphql"));
  const events = await generateEvents({ sliceDir });
  await bundle(outDir);
  const migrations = await copyMigrations(sliceDir, join(outDir, "migrations"));
  const database = await readUsedTables(manifest, sliceDir);
  return {
    schema: await readFile(schemaFile, "utf8"),
    migrations,
    ...(database && { database }),
    ...(events && { events }),
  };
}

function schemaMissing(path: string): SlicewayError {
  return new SlicewayError(
    errors.SCHEMA_MISSING(`slice.json says that the slice has a server, but ${path} does not exist.`),
  );
}

/** Writes a slice's migrations to `<outDir>/<set>/*.sql` and lists them in the order in which they run. */
async function copyMigrations(sliceDir: string, outDir: string): Promise<Release["migrations"]> {
  const migrations = await readSliceMigrations(sliceDir);
  for (const { name, sql } of migrations) {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sql);
  }
  return migrations.map(({ name, sql, sha256 }) => ({ name, sql, sha256 }));
}
