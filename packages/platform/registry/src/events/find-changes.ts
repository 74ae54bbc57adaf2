import { type EventField, typesOf } from "@sliceway/protocol";
import { below, childrenOf, type FieldFinding } from "./field-finding.ts";

/** Said of a value by itself; nothing may change in them. */
const CONSTRAINTS = [
  "format",
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
] as const;

/**
 * What a version of an event must not become: everything but more fields that may be missing, and more values of an
 * enumeration, whose readers are asked for themselves. Words may change.
 */
export function findChanges(before: EventField, after: EventField, path = ""): FieldFinding[] {
  const own = [
    ...findRetyped(before, after),
    ...findConstraints(before, after),
    ...findValues(before, after),
  ];
  const pairs = childrenOf({ path, one: before, other: after });
  return [
    ...own.map((what) => ({ path, what })),
    ...findProperties(before, after, path),
    ...pairs.flatMap((pair) => findChanges(pair.one, pair.other, pair.path)),
  ];
}

function findRetyped(before: EventField, after: EventField): string[] {
  const [was, is] = [before, after].map((field) => typesOf(field).sort().join(" or "));
  return was === is ? [] : [`was ${was} and is ${is}`];
}

function findConstraints(before: EventField, after: EventField): string[] {
  const changed = CONSTRAINTS.filter((key) => before[key] !== after[key]);
  return changed.map((key) => `had ${key} ${before[key] ?? "none"} and has ${after[key] ?? "none"}`);
}

function findValues(before: EventField, after: EventField): string[] {
  if (!before.enum && !after.enum) return [];
  if (!before.enum || !after.enum) return ["was or is an enumeration, but not both"];
  const gone = before.enum.filter((value) => !after.enum?.includes(value));
  return gone.length > 0 ? [`can be ${gone.join(" or ")} no more`] : [];
}

function findProperties(before: EventField, after: EventField, path: string): FieldFinding[] {
  if (!before.properties || !after.properties) return [];
  const names = Object.keys({ ...before.properties, ...after.properties });
  return names.flatMap((name) => {
    const what = describeChange(standing(before, name), standing(after, name));
    return what ? [{ path: below(path, name), what }] : [];
  });
}

type Standing = "absent" | "optional" | "required";

function standing({ properties, required }: EventField, name: string): Standing {
  if (!Object.hasOwn(properties ?? {}, name)) return "absent";
  return required?.includes(name) ? "required" : "optional";
}

function describeChange(was: Standing, is: Standing): string | null {
  if (was === is || (was === "absent" && is === "optional")) return null;
  if (is === "absent") return "was taken away";
  if (was === "absent") return "is new and must be there, which it is not in earlier events";
  return is === "required"
    ? "must be there now, which it need not be in earlier events"
    : "may be missing now";
}
