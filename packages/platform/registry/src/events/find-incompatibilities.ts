import { type EventSchemas, parseEventType, type Release, versionsByHappening } from "@sliceway/protocol";
import type { FieldFinding } from "./field-finding.ts";
import { findUnreadable } from "./find-unreadable.ts";

/** Why a release cannot read what another one publishes. Types are of one happening, newest first. */
export type Incompatibility =
  | { kind: "untold"; reads: string[] }
  | { kind: "version"; reads: string[]; publishes: string[] }
  | { kind: "field"; type: string; finding: FieldFinding };

/**
 * What of the events that `consumer` reads of the slice of `publisher` it would lose or not understand. A release publishes each
 * happening in all versions that it has of it, so one that both know is enough.
 */
export function findIncompatibilities(consumer: Release, publisher: Release): Incompatibility[] {
  const consumed = consumer.events?.consumes ?? {};
  const published = publisher.events?.publishes ?? {};
  const types = Object.keys(consumed).filter((type) => parseEventType(type).source === publisher.slice);
  const versions = versionsByHappening(Object.keys(published));
  return [...versionsByHappening(types)].flatMap(([happening, reads]) =>
    compareVersions(reads, versions.get(happening) ?? [], { consumed, published }),
  );
}

function compareVersions(
  reads: string[],
  publishes: string[],
  { consumed, published }: { consumed: EventSchemas; published: EventSchemas },
): Incompatibility[] {
  if (publishes.length === 0) return [{ kind: "untold", reads }];
  const common = reads.filter((type) => publishes.includes(type));
  if (common.length === 0) return [{ kind: "version", reads, publishes }];
  return common.flatMap((type) => {
    const [read, given] = [consumed[type], published[type]];
    const findings = read && given ? findUnreadable(read, given) : [];
    return findings.map((finding) => ({ kind: "field" as const, type, finding }));
  });
}
