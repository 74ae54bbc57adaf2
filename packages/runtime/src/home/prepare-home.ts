import { access, constants, mkdir } from "node:fs/promises";
import { SlicewayError } from "@sliceway/service-kit";
import { type HomePaths, homePaths } from "./home-paths.ts";

/** Makes the home and its folders where they are missing. Throws `HOME_UNWRITABLE`. */
export async function prepareHome(directory: string): Promise<HomePaths> {
  const paths = homePaths(directory);
  try {
    await mkdir(paths.home, { recursive: true, mode: 0o700 });
    for (const folder of [paths.releases, paths.logs, paths.run, paths.state, paths.gatewayState]) {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    }
  } catch (cause) {
    throw homeUnwritable(paths.home, cause);
  }
  return paths;
}

/** What a failed write in the home comes to. */
function homeUnwritable(home: string, cause: unknown): SlicewayError {
  const { code = "unknown reason", path = home } = cause as NodeJS.ErrnoException;
  return new SlicewayError(
    "HOME_UNWRITABLE",
    `Sliceway cannot write to ${path} (${code}).`,
    "Make it writable for the user who runs this, or set SLICEWAY_HOME to another directory.",
    { cause },
  );
}
