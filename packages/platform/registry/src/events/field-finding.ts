import type { EventField } from "@sliceway/protocol";

/** Something about one field of an event's data. */
export interface FieldFinding {
  /** `authorId`, `buyer.name`, `lines[].price`; empty for the data as a whole. */
  path: string;
  /** Continues "The field authorId ...". */
  what: string;
}

/** A field that both sides have, and its name in either. */
export interface FieldPair {
  path: string;
  one: EventField;
  other: EventField;
}

/** Properties and elements that both have, one level below. */
export function childrenOf({ path, one, other }: FieldPair): FieldPair[] {
  const names = Object.keys(one.properties ?? {});
  const children = names.map((name) => ({
    path: below(path, name),
    one: one.properties?.[name],
    other: other.properties?.[name],
  }));
  const elements = { path: `${path}[]`, one: one.items, other: other.items };
  return [...children, elements].flatMap(({ path, one, other }) =>
    one && other ? [{ path, one, other }] : [],
  );
}

export function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
