import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import type { Project } from "./find-project.ts";

/** The folder of one of the project's slices. Throws SlicewayError `SLICE_UNKNOWN`, which lists them all. */
export function getSliceDir({ slices }: Project, name: string): string {
  const dir = slices.get(name);
  if (dir) return dir;
  throw sliceUnknown(name, [...slices.keys()]);
}

export function sliceUnknown(name: string, known: string[]): SlicewayError {
  const text = errors.SLICE_UNKNOWN(`There is no slice called "${name}".`, { known: known.join(", ") });
  const first = { ...text, fix: "Make the first one: slices/<name>/slice.json." };
  return new SlicewayError(known.length > 0 ? text : first);
}
