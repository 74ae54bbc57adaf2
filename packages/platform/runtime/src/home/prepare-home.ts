import { access, constants } from "node:fs/promises";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { type HomePaths, homePaths } from "./home-paths.ts";
import { makeFolder } from "./make-folder.ts";

/** Makes a home's folders where they are missing, for their owner only. Throws SlicewayError `HOME_UNWRITABLE`. */
export async function prepareHome(directory: string): Promise<HomePaths> {
  const paths = homePaths(directory);
  const { home, releases, logs, run, state, gatewayState, keys } = paths;
  try {
    for (const folder of [home, releases, logs, run, state, gatewayState, keys]) {
      await makeFolder(folder);
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (cause) {
    throw homeUnwritable(home, cause);
  }
  return paths;
}

function homeUnwritable(home: string, cause: unknown): SlicewayError {
  const { code = "unknown reason", path = home } = cause as NodeJS.ErrnoException;
  return new SlicewayError(
    errors.HOME_UNWRITABLE(`The data directory ${home} cannot be used: ${path} cannot be written (${code}).`),
    { cause },
  );
}
