import { dirname, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { type EventSchema, parseEventType, type Release, sliceManifestSchema } from "@sliceway/protocol";
import { parseFile } from "@sliceway/service-kit";
import { errors } from "../errors.ts";
import { pickFields } from "./pick-fields.ts";
import { readEventSchemas } from "./read-event-schemas.ts";

/** What a slice publishes, and what it reads of others' events; as it stands in a release. */
export type EventContract = NonNullable<Release["events"]>;

/**
 * Reads `contract/events/` of the slice in `sliceDir` and, of the slices beside it, what its slice.json reads.
 * Throws SlicewayError: `EVENT_UNKNOWN`, `EVENT_FIELD_UNKNOWN`, and those of `readEventSchemas`.
 */
export async function readEventContract(sliceDir: string): Promise<EventContract> {
  const { published: publishes } = await readEventSchemas(sliceDir);
  const { events } = await parseFile(sliceManifestSchema, join(sliceDir, "slice.json"));
  const consumes: EventContract["consumes"] = {};
  for (const [type, { reads }] of Object.entries(events.consumes)) {
    const { schema, unknown } = pickFields(await readForeign(sliceDir, type), reads);
    if (unknown.length > 0) throw fieldsUnknown(sliceDir, type, unknown, schema);
    consumes[type] = schema;
  }
  return { publishes, consumes };
}

async function readForeign(sliceDir: string, type: string): Promise<EventSchema> {
  const owner = join(dirname(sliceDir), parseEventType(type).source);
  const { published, retired } = await readEventSchemas(owner);
  const schema = published[type] ?? retired[type];
  if (schema) return schema;
  const known = [...Object.keys(published), ...Object.keys(retired)].join(", ") || "none";
  throw new SlicewayError(
    errors.EVENT_UNKNOWN(
      `${join(sliceDir, "slice.json")} reads ${type}, which ${join(owner, "contract/events")} does not have; it has ${known}.`,
    ),
  );
}

function fieldsUnknown(
  sliceDir: string,
  type: string,
  unknown: string[],
  { title }: EventSchema,
): SlicewayError {
  return new SlicewayError(
    errors.EVENT_FIELD_UNKNOWN(
      `${join(sliceDir, "slice.json")} reads ${unknown.join(", ")} of ${type}, which it does not have.`,
      { title },
    ),
  );
}
