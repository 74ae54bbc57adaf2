import { existsSync } from "node:fs";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import type { Context } from "../context.ts";
import { errors } from "../errors.ts";

/**
 * Checks that the files of the live releases are there. They are not where a home was removed whose databases are on
 * a server of one's own. Throws `RELEASES_MISSING`. `live`: slice to release id.
 */
export function checkReleases({ home }: Context, live: Record<string, string>): void {
  const missing = Object.entries(live).find(
    ([slice, id]) => !existsSync(join(home.releases, slice, id, "release.json")),
  );
  if (!missing) return;
  throw new SlicewayError(
    errors.RELEASES_MISSING(
      `${missing.join("@")} is live by the database, but its files are not in ${home.releases}.`,
    ),
  );
}
