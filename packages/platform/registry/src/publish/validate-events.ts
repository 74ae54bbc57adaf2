import { parseEventType, type Release } from "@sliceway/protocol";
import type { Blame } from "./blame.ts";
import { releaseErrors } from "./release-errors.ts";

/** A release publishes events of its own slice, and reads what its slice.json says. */
export function validateEvents({ slice, events, manifest }: Release): Blame[] {
  const [publishes, consumes] = [events?.publishes ?? {}, events?.consumes ?? {}];
  const schemas = [...Object.entries(publishes), ...Object.entries(consumes)];
  const foreign = Object.keys(publishes).filter((type) => parseEventType(type).source !== slice);
  const mistitled = schemas.filter(([type, { title }]) => title !== type).map(([type]) => type);
  const declared = Object.keys(manifest.events.consumes);
  const differing = [...new Set(declared).symmetricDifference(new Set(Object.keys(consumes)))];
  return [
    ...foreign.map((type) => wrong(`tells ${type}, which is not an event of ${slice}`)),
    ...mistitled.map((type) => wrong(`has a schema for ${type} with another title`)),
    ...differing.map((type) => wrong(`says of ${type} in one place only that it reads it`)),
  ];
}

function wrong(what: string): Blame {
  return {
    ...releaseErrors.EVENTS_WRONG(`The release ${what}.`),
    file: "slice.json",
  };
}
