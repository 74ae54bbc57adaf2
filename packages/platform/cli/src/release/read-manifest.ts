import { basename, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { type SliceManifest, sliceManifestSchema } from "@sliceway/protocol";
import { parseFile } from "@sliceway/service-kit";
import { errors } from "./release-errors.ts";

/**
 * Reads a slice's slice.json. Throws SlicewayError: `FILE_UNREADABLE`, `FILE_INVALID` with place and reason,
 * `SLICE_MISNAMED`.
 */
export async function readManifest(sliceDir: string): Promise<SliceManifest> {
  const path = join(sliceDir, "slice.json");
  const { $schema: _editorsOnly, ...manifest } = await parseFile(sliceManifestSchema, path);
  const folder = basename(sliceDir);
  if (manifest.name === folder) return manifest;
  throw new SlicewayError(
    errors.SLICE_MISNAMED(
      `${path} says the slice is called "${manifest.name}", but its folder is called "${folder}".`,
    ),
  );
}
