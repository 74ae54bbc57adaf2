import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { type EventSchemas, eventSchemaSchema, eventTypeSchema } from "@sliceway/protocol";
import { parseFile } from "@sliceway/service-kit";
import { errors } from "../errors.ts";

/** The events in a slice's `contract/`. */
export interface EventSchemaFiles {
  /** `contract/events/<Name>.v<n>.json`: what the slice publishes. */
  published: EventSchemas;
  /** `contract/events/retired/`: versions that it does not publish any more, but which may still lie in the log. */
  retired: EventSchemas;
}

/**
 * Throws SlicewayError: `FILE_INVALID` with place and reason; `EVENT_MISNAMED` if a file is called otherwise than its
 * title says; `EVENT_RETIRED` if one is both published and retired.
 */
export async function readEventSchemas(sliceDir: string): Promise<EventSchemaFiles> {
  const dir = join(sliceDir, "contract/events");
  const published = await readFolder(dir, basename(sliceDir));
  const retired = await readFolder(join(dir, "retired"), basename(sliceDir));
  for (const type of Object.keys(published)) if (type in retired) throw retiredYetPublished(dir, type);
  return { published, retired };
}

async function readFolder(dir: string, slice: string): Promise<EventSchemas> {
  const schemas: EventSchemas = {};
  if (!existsSync(dir)) return schemas;
  for (const entry of (await readdir(dir, { withFileTypes: true })).filter((file) => file.isFile())) {
    const path = join(dir, entry.name);
    const type = `${slice}.${entry.name.replace(/\.json$/, "")}`;
    const schema = await parseFile(eventSchemaSchema, path);
    if (schema.title !== type || !eventTypeSchema.safeParse(type).success)
      throw misnamed(path, schema.title, slice);
    schemas[type] = schema;
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function misnamed(path: string, title: string, slice: string): SlicewayError {
  return new SlicewayError(errors.EVENT_MISNAMED(`${path} has the title "${title}".`, { slice }));
}

function retiredYetPublished(dir: string, type: string): SlicewayError {
  return new SlicewayError(errors.EVENT_RETIRED(`${type} lies in ${dir} and in its folder "retired".`));
}
