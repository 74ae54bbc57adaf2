import { canonicalJson, type Release, releaseRef } from "@sliceway/protocol";

/** What became of a save, in a word and what it is about. */
export interface Save {
  what: "migrated" | "composed" | "linked" | "restarted" | "shown";
  detail: string;
}

/** What the newer of two releases has brought to the platform. */
export function describeSave(before: Release, after: Release): Save {
  const added = listAdded(before, after);
  if (added.length > 0) return { what: "migrated", detail: `${added.join(", ")}, on a database of your own` };
  if (before.schema !== after.schema) return { what: "composed", detail: "pages come anew" };
  if (differ(before.operations, after.operations) || differ(before.fragments, after.fragments))
    return { what: "linked", detail: "pages come anew" };
  const isServed = after.manifest.server !== undefined;
  return { what: isServed ? "restarted" : "shown", detail: releaseRef(after) };
}

/** Whether pages that were loaded with one of them cannot go on with the other. */
export function needsNewPage(before: Release, after: Release): boolean {
  const parts = ({ manifest, schema, operations, fragments }: Release) => ({
    manifest,
    schema,
    operations,
    fragments,
  });
  return differ(parts(before), parts(after));
}

function listAdded(before: Release, after: Release): string[] {
  const known = new Set(before.migrations.map(({ name, sha256 }) => `${name} ${sha256}`));
  return after.migrations.flatMap(({ name, sha256 }) => (known.has(`${name} ${sha256}`) ? [] : [name]));
}

function differ(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}
