import { posix } from "node:path";
import { releaseFileSchema } from "@sliceway/protocol";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";

const LONGEST = 300;

/** Checks the path of an uploaded file; throws `REQUEST_INVALID` on what leads anywhere but into the release. */
export function requireReleasePath(path: string): string {
  const fits = releaseFileSchema.shape.path.safeParse(path).success;
  if (fits && path.length <= LONGEST && posix.normalize(path) === path && !path.endsWith("/")) return path;
  throw new Refusal({
    ...requestErrors.REQUEST_INVALID("This is not a path of a release's file."),
    fix: "Write it like web/main.js or server/server.mjs, with letters, digits and ._-@ only.",
  });
}
