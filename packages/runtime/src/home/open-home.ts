import { access, chmod, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { SlicewayError } from "@sliceway/service-kit";

/** Where an installation keeps everything it has. */
export interface Home {
  dir: string;
  /** `<slice>/<id>/` */
  releasesDir: string;
  logsDir: string;
  /** One file per child process, to find those that outlived a killed runtime. */
  runDir: string;
  gatewayStateDir: string;
  keysDir: string;
  secretsFile: string;
  platformFile: string;
}

export function homeAt(dir: string): Home {
  const at = (...names: string[]) => resolve(dir, ...names);
  return {
    dir: at(),
    releasesDir: at("releases"),
    logsDir: at("logs"),
    runDir: at("run"),
    gatewayStateDir: at("gateway"),
    keysDir: at("keys"),
    secretsFile: at("secrets.json"),
    platformFile: at("platform.json"),
  };
}

/** Makes the home's folders if need be. Throws SlicewayError `HOME_UNWRITABLE`. */
export async function openHome(dir: string): Promise<Home> {
  const home = homeAt(dir);
  const { releasesDir, logsDir, runDir, gatewayStateDir, keysDir } = home;
  try {
    await mkdir(home.dir, { recursive: true, mode: 0o700 });
    await access(home.dir, constants.W_OK | constants.X_OK);
    for (const folder of [releasesDir, logsDir, runDir, gatewayStateDir, keysDir]) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    }
    await chmod(home.dir, 0o700);
  } catch (error) {
    throw new SlicewayError(
      "HOME_UNWRITABLE",
      `The data directory ${home.dir} cannot be written.`,
      "Give yourself write access to it, or set SLICEWAY_HOME to another directory.",
      { cause: error },
    );
  }
  return home;
}
