import { SlicewayError } from "@sliceway/errors";
import { parseReleaseRef } from "@sliceway/protocol";
import type { Project } from "../project/find-project.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { errors } from "./deployment-errors.ts";

/** What is to go live: a slice as it lies in the tree, or a release that was published before. */
export type Target =
  | { kind: "tree"; slice: string; sliceDir: string }
  | { kind: "release"; slice: string; id: string };

/** Reads `posts` and `posts@3f9c2a1b04de`. Throws SlicewayError: `SLICE_UNKNOWN`, `RELEASE_MISSPELT`, `SLICE_TWICE`. */
export function parseTargets(project: Project, names: string[]): Target[] {
  const targets = [...new Set(names)].map((name) => parseTarget(project, name));
  const twice = targets.find(
    ({ slice }, index) => targets.findIndex((other) => other.slice === slice) < index,
  );
  if (!twice) return targets;
  throw new SlicewayError(errors.SLICE_TWICE(`"${twice.slice}" is named with two releases.`));
}

function parseTarget(project: Project, name: string): Target {
  if (!name.includes("@")) return { kind: "tree", slice: name, sliceDir: getSliceDir(project, name) };
  try {
    return { kind: "release", ...parseReleaseRef(name) };
  } catch (cause) {
    throw new SlicewayError(errors.RELEASE_MISSPELT(`"${name}" is not a release.`), { cause });
  }
}
