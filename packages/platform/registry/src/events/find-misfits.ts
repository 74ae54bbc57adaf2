import { type EventSchemas, parseEventType, type Release, versionsByHappening } from "@sliceway/protocol";
import type { FieldFinding } from "./field-finding.ts";
import { findUnreadable } from "./find-unreadable.ts";

/** Why a release cannot read what another one tells. Types are of one happening, newest first. */
export type Misfit =
  | { kind: "untold"; reads: string[] }
  | { kind: "version"; reads: string[]; tells: string[] }
  | { kind: "field"; type: string; finding: FieldFinding };

/**
 * What of the events that `reader` reads of the slice of `teller` it would lose or not understand. A release tells each
 * happening in all versions that it has of it, so one that both know is enough.
 */
export function findMisfits(reader: Release, teller: Release): Misfit[] {
  const consumed = reader.events?.consumes ?? {};
  const told = teller.events?.publishes ?? {};
  const types = Object.keys(consumed).filter((type) => parseEventType(type).source === teller.slice);
  const tells = versionsByHappening(Object.keys(told));
  return [...versionsByHappening(types)].flatMap(([happening, reads]) =>
    compareVersions(reads, tells.get(happening) ?? [], { consumed, told }),
  );
}

function compareVersions(
  reads: string[],
  tells: string[],
  { consumed, told }: { consumed: EventSchemas; told: EventSchemas },
): Misfit[] {
  if (tells.length === 0) return [{ kind: "untold", reads }];
  const common = reads.filter((type) => tells.includes(type));
  if (common.length === 0) return [{ kind: "version", reads, tells }];
  return common.flatMap((type) => {
    const [read, given] = [consumed[type], told[type]];
    const findings = read && given ? findUnreadable(read, given) : [];
    return findings.map((finding) => ({ kind: "field" as const, type, finding }));
  });
}
