import { z } from "zod";
import { eventTypeSchema } from "./event-type.ts";

const typeName = z.enum(["object", "array", "string", "number", "integer", "boolean", "null"]);
const format = z.enum(["uuid", "date-time", "date", "email", "uri"]);
const size = z.number().int().nonnegative();

type TypeName = z.infer<typeof typeName>;

/**
 * The part of JSON Schema (draft 2020-12) that event contracts are written in: what two versions can be compared by.
 * Objects are open: whoever reads one ignores what it does not know.
 */
export interface EventField {
  $schema?: "https://json-schema.org/draft/2020-12/schema" | undefined;
  title?: string | undefined;
  description?: string | undefined;
  examples?: z.core.util.JSONType[] | undefined;
  /** More than one for a field that may be null. */
  type: TypeName | TypeName[];
  enum?: (string | number | boolean | null)[] | undefined;
  format?: z.infer<typeof format> | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  items?: EventField | undefined;
  properties?: Record<string, EventField> | undefined;
  required?: string[] | undefined;
}

/** The JSON Schema of an event's data. */
export interface EventSchema extends EventField {
  type: "object";
  /** The event's type: `posts.PostPublished.v1`. */
  title: string;
}

/** Event type to the schema of its data. */
export type EventSchemas = Record<string, EventSchema>;

const fieldSchema: z.ZodType<EventField> = z
  .strictObject({
    $schema: z.literal("https://json-schema.org/draft/2020-12/schema").optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    examples: z.array(z.json()).optional(),
    type: z.union([typeName, z.array(typeName).min(1)]),
    enum: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    format: format.optional(),
    pattern: z.string().optional(),
    minLength: size.optional(),
    maxLength: size.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: size.optional(),
    maxItems: size.optional(),
    items: z.lazy(() => fieldSchema).optional(),
    properties: z
      .record(
        z.string().regex(/^\w+$/),
        z.lazy(() => fieldSchema),
      )
      .optional(),
    required: z.array(z.string()).optional(),
  })
  .refine((field) => typesOf(field).includes("object") === (field.properties !== undefined), {
    error: 'an object says its "properties", and nothing else has them',
  })
  .refine((field) => typesOf(field).includes("array") === (field.items !== undefined), {
    error: 'an array says its "items", and nothing else has them',
  })
  .refine(({ properties = {}, required = [] }) => required.every((name) => Object.hasOwn(properties, name)), {
    error: '"required" names a property that is not there',
  });

export const eventSchemaSchema: z.ZodType<EventSchema> = fieldSchema.transform(
  ({ type, title, ...field }, { issues }) => {
    if (type === "object" && title !== undefined) return { ...field, type, title };
    const message = 'the data of an event is an object, and its "title" is the event\'s type';
    issues.push({ code: "custom", message, input: field });
    return z.NEVER;
  },
);

export const eventSchemasSchema: z.ZodType<EventSchemas> = z.record(eventTypeSchema, eventSchemaSchema);

/** The JSON types that a field may have. */
export function typesOf({ type }: Pick<EventField, "type">): TypeName[] {
  return [type].flat();
}
