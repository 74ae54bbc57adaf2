import type { EventField, EventSchemas } from "@sliceway/protocol";
import { compile } from "json-schema-to-typescript";
import type { EventContract } from "./read-event-contract.ts";

/** The text of `contract.events.ts`: types of the data, and the schemas that it is checked with. */
export async function renderEventsModule({ publishes, consumes }: EventContract): Promise<string> {
  return [
    "/* Written by `sliceway-generate-events` from slice.json and contract/events/. Do not edit. */",
    'import type { SchemasOf } from "@sliceway/events";',
    "",
    await renderTypes("PublishedEvents", "What this slice publishes.", publishes),
    await renderTypes("ConsumedEvents", "What this slice reads of what others publish.", consumes),
    renderSchemas("publishes", "PublishedEvents", publishes),
    renderSchemas("consumes", "ConsumedEvents", consumes),
  ].join("\n");
}

function renderTypes(name: string, description: string, schemas: EventSchemas): Promise<string> {
  const properties = Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [type, withoutTitles(schema)]),
  );
  const all = { type: "object", description, properties, required: Object.keys(schemas) } as const;
  return compile(all, name, { additionalProperties: false, bannerComment: "", format: true });
}

/** What has a title becomes an interface of that name; so nothing has, and all stands in its place. */
function withoutTitles({ title: _, properties, items, ...field }: EventField): EventField {
  return {
    ...field,
    ...(items && { items: withoutTitles(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, withoutTitles(inner)]),
      ),
    }),
  };
}

function renderSchemas(name: string, type: string, schemas: EventSchemas): string {
  return `export const ${name}: SchemasOf<${type}> = ${JSON.stringify(schemas, null, 2)};\n`;
}
