import { parseReleaseRef } from "@sliceway/protocol";
import { Refusal } from "../refusal.ts";
import { accessErrors } from "./access-errors.ts";

/** Who asks, by the token that came with the request. */
export interface Caller {
  /** Stands in the audit log. */
  name: string;
  /** Slices whose releases it may publish, deploy, move and revoke. */
  slices: readonly string[] | "all";
}

/** Throws `RIGHT_MISSING` unless the caller may change what people get of each of these slices. */
export function requireRights(caller: Caller, wanted: Iterable<string>): void {
  const refusal = findMissingRight(caller, wanted);
  if (refusal) throw refusal;
}

/** The same for the slices of releases such as `posts@3f9c2a1b04de`. */
export function requireRightsToReleases(caller: Caller, refs: readonly string[]): void {
  requireRights(
    caller,
    refs.map((ref) => parseReleaseRef(ref).slice),
  );
}

/** `RIGHT_MISSING`, if one of the slices is not the caller's. */
export function findMissingRight({ name, slices }: Caller, wanted: Iterable<string>): Refusal | undefined {
  if (slices === "all") return undefined;
  const asked = [...new Set(wanted)].sort();
  const missing = asked.filter((slice) => !slices.includes(slice));
  if (missing.length === 0) return undefined;
  return new Refusal({
    ...accessErrors.RIGHT_MISSING(
      `The token ${name} has no right to ${missing.join(", ")}; it may change ${slices.join(", ")}.`,
    ),
    fix: `Ask an administrator for one that has: sliceway token create ${asked.join(" ")}.`,
  });
}
