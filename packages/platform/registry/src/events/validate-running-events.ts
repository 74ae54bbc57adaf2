import { type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { eventErrors } from "./event-errors.ts";
import { findChanges } from "./find-changes.ts";
import { findIncompatibilities } from "./find-incompatibilities.ts";
import { incompatibilityProblem } from "./incompatibility-problem.ts";

/** A release that runs, or will without a further check. */
export interface RunningRelease {
  release: Release;
  /** `live`, `rollback of posts until ...` */
  why: string;
  /** It consumes events, or may come to without a further check. */
  consumes: boolean;
  /** It was published after the release that is validated. */
  isNewer: boolean;
}

/**
 * Validates a release by the releases that run and will not go live with it. What they read it must publish, what they
 * publish it must be able to read, and a version of an event is the same in all releases of a slice.
 */
export function validateRunningEvents(release: Release, running: readonly RunningRelease[]): Problem[] {
  return running.flatMap((other) => [
    ...validatePublishing(release, other),
    ...validateReading(release, other),
    ...(other.release.slice === release.slice ? validateVersions(release, other) : []),
  ]);
}

function validatePublishing(
  publisher: Release,
  { release: consumer, why, consumes }: RunningRelease,
): Problem[] {
  if (!consumes) return [];
  const incompatibilities = findIncompatibilities(consumer, publisher);
  return incompatibilities.map((found) =>
    incompatibilityProblem(found, { consumer, publisher, blamed: publisher, why }),
  );
}

/** An earlier release may not know yet what the new one reads. */
function validateReading(consumer: Release, { release: publisher, why }: RunningRelease): Problem[] {
  const incompatibilities = findIncompatibilities(consumer, publisher).filter(
    ({ kind }) => kind !== "untold",
  );
  return incompatibilities.map((found) =>
    incompatibilityProblem(found, { consumer, publisher, blamed: consumer, why }),
  );
}

function validateVersions(release: Release, { release: other, why, isNewer }: RunningRelease): Problem[] {
  const [before, after] = isNewer ? [release, other] : [other, release];
  return Object.entries(before.events?.publishes ?? {}).flatMap(([type, was]) => {
    const is = after.events?.publishes[type];
    const changes = is ? findChanges(was, is) : [];
    return changes.map(({ path, what }) => {
      const field = path === "" ? "the data" : `the field ${path}`;
      return versionChanged(release, type, `${field} ${what}`, `${releaseRef(other)} (${why})`);
    });
  });
}

function versionChanged(release: Release, type: string, change: string, other: string): Problem {
  const [, name, version] = type.split(".");
  return problemAt(
    { slice: release.slice, release: release.id, file: `contract/events/${name}.${version}.json`, line: 1 },
    eventErrors.EVENT_VERSION_CHANGED(
      `${releaseRef(release)} and ${other} tell ${type} differently: ${change}.`,
      { type },
    ),
  );
}
