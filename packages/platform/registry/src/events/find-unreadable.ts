import { type EventField, typesOf } from "@sliceway/protocol";
import { below, childrenOf, type FieldFinding } from "./field-finding.ts";

/**
 * Where data that is valid as `published` need not be valid as `read`, which may know fewer fields. A field that `read`
 * can do without may be missing: an older release may not publish it yet.
 */
export function findUnreadable(read: EventField, published: EventField, path = ""): FieldFinding[] {
  const own = [...findTypes(read, published), ...findValues(read, published), ...findBounds(read, published)];
  const pairs = childrenOf({ path, one: read, other: published });
  return [
    ...own.map((what) => ({ path, what })),
    ...findMissing(read, published, path),
    ...pairs.flatMap((pair) => findUnreadable(pair.one, pair.other, pair.path)),
  ];
}

function findTypes(read: EventField, published: EventField): string[] {
  const readable = typesOf(read);
  const isReadable = (type: string) =>
    readable.some((one) => one === type || (one === "number" && type === "integer"));
  const foreign = typesOf(published).filter((type) => !isReadable(type));
  return foreign.length > 0
    ? [`may be ${foreign.join(" or ")}, and is read as ${readable.join(" or ")}`]
    : [];
}

function findValues(read: EventField, published: EventField): string[] {
  const found: string[] = [];
  const unknown = published.enum?.filter((value) => !read.enum?.includes(value));
  if (read.enum && !published.enum)
    found.push(`may be anything, and is read as one of ${read.enum.join(", ")}`);
  if (read.enum && unknown?.length) found.push(`may be ${unknown.join(" or ")}, which is not known there`);
  for (const key of ["format", "pattern"] as const) {
    if (read[key] === undefined || read[key] === published[key]) continue;
    found.push(
      `has ${published[key] === undefined ? `no ${key}` : `the ${key} ${published[key]}`}, and is read with ${read[key]}`,
    );
  }
  return found;
}

function findBounds(read: EventField, published: EventField): string[] {
  const isBelow = (["minLength", "minimum", "minItems"] as const).filter(
    (key) => read[key] !== undefined && (published[key] ?? Number.NEGATIVE_INFINITY) < read[key],
  );
  const isAbove = (["maxLength", "maximum", "maxItems"] as const).filter(
    (key) => read[key] !== undefined && (published[key] ?? Number.POSITIVE_INFINITY) > read[key],
  );
  return [...isBelow, ...isAbove].map(
    (key) => `is read with ${key} ${read[key]}, and has ${published[key] ?? "none"}`,
  );
}

function findMissing(read: EventField, published: EventField, path: string): FieldFinding[] {
  if (!published.properties) return [];
  const missing = (read.required ?? []).filter((name) => !published.required?.includes(name));
  return missing.map((name) => ({
    path: below(path, name),
    what: published.properties?.[name] ? "may be missing, and is read as if it never were" : "is not there",
  }));
}
