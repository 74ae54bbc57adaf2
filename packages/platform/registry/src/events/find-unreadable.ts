import { type EventField, typesOf } from "@sliceway/protocol";
import { below, childrenOf, type FieldFinding } from "./field-finding.ts";

/**
 * Where data that fits `told` need not fit `read`, which may know fewer fields. A field that `read` can do without may
 * be missing: an older release may not tell it yet.
 */
export function findUnreadable(read: EventField, told: EventField, path = ""): FieldFinding[] {
  const own = [...findTypes(read, told), ...findValues(read, told), ...findBounds(read, told)];
  const pairs = childrenOf({ path, one: read, other: told });
  return [
    ...own.map((what) => ({ path, what })),
    ...findMissing(read, told, path),
    ...pairs.flatMap((pair) => findUnreadable(pair.one, pair.other, pair.path)),
  ];
}

function findTypes(read: EventField, told: EventField): string[] {
  const readable = typesOf(read);
  const isReadable = (type: string) =>
    readable.some((one) => one === type || (one === "number" && type === "integer"));
  const foreign = typesOf(told).filter((type) => !isReadable(type));
  return foreign.length > 0
    ? [`may be ${foreign.join(" or ")}, and is read as ${readable.join(" or ")}`]
    : [];
}

function findValues(read: EventField, told: EventField): string[] {
  const found: string[] = [];
  const unknown = told.enum?.filter((value) => !read.enum?.includes(value));
  if (read.enum && !told.enum) found.push(`may be anything, and is read as one of ${read.enum.join(", ")}`);
  if (read.enum && unknown?.length) found.push(`may be ${unknown.join(" or ")}, which is not known there`);
  for (const key of ["format", "pattern"] as const) {
    if (read[key] === undefined || read[key] === told[key]) continue;
    found.push(
      `has ${told[key] === undefined ? `no ${key}` : `the ${key} ${told[key]}`}, and is read with ${read[key]}`,
    );
  }
  return found;
}

function findBounds(read: EventField, told: EventField): string[] {
  const isBelow = (["minLength", "minimum", "minItems"] as const).filter(
    (key) => read[key] !== undefined && (told[key] ?? Number.NEGATIVE_INFINITY) < read[key],
  );
  const isAbove = (["maxLength", "maximum", "maxItems"] as const).filter(
    (key) => read[key] !== undefined && (told[key] ?? Number.POSITIVE_INFINITY) > read[key],
  );
  return [...isBelow, ...isAbove].map(
    (key) => `is read with ${key} ${read[key]}, and has ${told[key] ?? "none"}`,
  );
}

function findMissing(read: EventField, told: EventField, path: string): FieldFinding[] {
  if (!told.properties) return [];
  const missing = (read.required ?? []).filter((name) => !told.required?.includes(name));
  return missing.map((name) => ({
    path: below(path, name),
    what: told.properties?.[name] ? "may be missing, and is read as if it never were" : "is not there",
  }));
}
