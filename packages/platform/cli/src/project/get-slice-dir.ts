import { SlicewayError } from "@sliceway/errors";
import type { Project } from "./find-project.ts";

/** The folder of one of the project's slices. Throws SlicewayError `SLICE_UNKNOWN`, which lists them all. */
export function getSliceDir({ slices }: Project, name: string): string {
  const dir = slices.get(name);
  if (dir) return dir;
  throw sliceUnknown(name, [...slices.keys()]);
}

export function sliceUnknown(name: string, known: string[]): SlicewayError {
  return new SlicewayError(
    "SLICE_UNKNOWN",
    `There is no slice called "${name}".`,
    known.length > 0 ? `Name one of: ${known.join(", ")}.` : "Make the first one: slices/<name>/slice.json.",
  );
}
