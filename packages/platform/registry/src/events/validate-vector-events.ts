import { type Problem, parseEventType, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { eventErrors } from "./event-errors.ts";
import { findIncompatibilities } from "./find-incompatibilities.ts";
import { incompatibilityProblem } from "./incompatibility-problem.ts";

/** Finds events that a release of a vector reads, and that no other release of it publishes so that it can be read. */
export function validateVectorEvents(releases: readonly Release[]): Problem[] {
  return releases.flatMap((consumer) =>
    listSources(consumer).flatMap((source) => {
      const publisher = releases.find(({ slice }) => slice === source);
      if (!publisher) return [sourceMissing(consumer, source)];
      const incompatibilities = findIncompatibilities(consumer, publisher);
      return incompatibilities.map((found) =>
        incompatibilityProblem(found, { consumer, publisher, blamed: consumer, why: "" }),
      );
    }),
  );
}

/** The slices whose events a release reads. */
export function listSources({ events }: Release): string[] {
  return [...new Set(Object.keys(events?.consumes ?? {}).map((type) => parseEventType(type).source))];
}

function sourceMissing(consumer: Release, source: string): Problem {
  return problemAt(
    { slice: consumer.slice, release: consumer.id, file: "slice.json" },
    eventErrors.EVENT_UNTOLD(
      `${releaseRef(consumer)} reads events of ${source}, of which no release is there.`,
      { source },
    ),
  );
}
