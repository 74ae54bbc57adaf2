import { type Problem, parseEventType, type Release, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { findMisfits } from "./find-misfits.ts";
import { misfitProblem } from "./misfit-problem.ts";

/** Finds events that a release of a vector reads, and that no other release of it tells so that it can be read. */
export function checkVectorEvents(releases: readonly Release[]): Problem[] {
  return releases.flatMap((reader) =>
    listSources(reader).flatMap((source) => {
      const teller = releases.find(({ slice }) => slice === source);
      if (!teller) return [sourceMissing(reader, source)];
      const misfits = findMisfits(reader, teller);
      return misfits.map((misfit) => misfitProblem(misfit, { reader, teller, blamed: reader, why: "" }));
    }),
  );
}

/** The slices whose events a release reads. */
export function listSources({ events }: Release): string[] {
  return [...new Set(Object.keys(events?.consumes ?? {}).map((type) => parseEventType(type).source))];
}

function sourceMissing(reader: Release, source: string): Problem {
  return problemAt(
    { slice: reader.slice, release: reader.id, file: "slice.json" },
    {
      code: "EVENT_UNTOLD",
      message: `${releaseRef(reader)} reads events of ${source}, of which no release is there.`,
      fix: `Deploy ${source} first or together with it.`,
    },
  );
}
