import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Problem,
  type Release,
  recomputeReleaseId,
  releaseRef,
  type releaseSchema,
} from "@sliceway/protocol";
import type { z } from "zod";
import { problemAt } from "../problem-at.ts";
import { releaseErrors } from "./release-errors.ts";
import { validateFiles } from "./validate-files.ts";
import { validateParts } from "./validate-parts.ts";

/** Everything that can be known of a release by itself. `document` is how it was sent; `dir` holds its files. */
export async function validateRelease(
  release: Release,
  document: z.input<typeof releaseSchema>,
  dir: string,
): Promise<Problem[]> {
  const files = await validateFiles(release, dir);
  if (files.length > 0) return files;
  const computed = await recomputeReleaseId(document, (path) => readFile(join(dir, path)));
  return computed === release.id
    ? validateParts(release)
    : [idWrong(release, computed), ...validateParts(release)];
}

function idWrong(release: Release, computed: string | null): Problem {
  const reason = computed === null ? "a build token was left in it" : `its parts give ${computed}`;
  return problemAt(
    { slice: release.slice, release: release.id },
    releaseErrors.ID_WRONG(`${releaseRef(release)} is not the id of this content: ${reason}.`),
  );
}
