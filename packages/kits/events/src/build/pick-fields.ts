import type { EventField, EventSchema } from "@sliceway/protocol";

/** What of a schema a reader sees; `unknown` are those of its fields that the schema does not have. */
export interface PickedFields {
  schema: EventSchema;
  unknown: string[];
}

/** `reads` are paths as in slice.json: `postId`, `author.name`, `lines[].price`. */
export function pickFields(schema: EventSchema, reads: readonly string[]): PickedFields {
  const unknown: string[] = [];
  const paths = reads.map((path) => path.replaceAll("[]", `.${EACH}`).split("."));
  const picked = pickInside(schema, paths, (steps) =>
    unknown.push(steps.join(".").replaceAll(`.${EACH}`, EACH)),
  );
  return { schema: { ...picked, type: schema.type, title: schema.title }, unknown };
}

/** The step from an array to its elements. */
const EACH = "[]";

type Steps = readonly string[];

/** What the paths lead to, and the way there. A path that ends here stands for all of the field. */
function pickInside(field: EventField, paths: readonly Steps[], miss: (steps: Steps) => void): EventField {
  if (paths.some((steps) => steps.length === 0)) return field;
  const picked: Record<string, EventField> = {};
  for (const [step = "", own] of Map.groupBy(paths, ([first]) => first)) {
    const child = step === EACH ? field.items : field.properties?.[step];
    const deeper = own.map((steps) => steps.slice(1));
    if (child) picked[step] = pickInside(child, deeper, (steps) => miss([step, ...steps]));
    else miss([step]);
  }
  return narrow(field, picked);
}

function narrow(field: EventField, { [EACH]: items, ...properties }: Record<string, EventField>): EventField {
  const required = field.required?.filter((name) => Object.hasOwn(properties, name));
  return {
    ...field,
    ...(field.items && items && { items }),
    ...(field.properties && { properties, ...(required && { required }) }),
  };
}
