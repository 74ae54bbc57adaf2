import { mkdir, open, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "@sliceway/service-kit";
import { checkDataDir } from "./check-data-dir.ts";
import { type Cluster, MAJOR } from "./cluster.ts";
import { readClusterState } from "./cluster-state.ts";
import { findBinaries } from "./find-binaries.ts";
import { initialiseDataDir } from "./initialise-data-dir.ts";
import { chooseRunAs } from "./run-as.ts";
import { unwritable } from "./unwritable.ts";

/** Makes the data directory if need be and checks that it can be run by this user and these binaries. */
export async function prepareCluster(givenHome: string, log: Logger): Promise<Cluster> {
  const { home, logFile } = await prepareHome(givenHome);
  const binaries = await findBinaries();
  const runAs = await chooseRunAs(binaries, home);
  const dataDir = join(home, `postgres-${MAJOR}`);
  const place = { home, dataDir, logFile, binaries, runAs };
  if ((await checkDataDir(place)) === "absent") {
    log.info({ dataDir }, "initialising PostgreSQL");
    await initialiseDataDir(place);
  }
  const { password } = await readClusterState(dataDir);
  return { ...place, password };
}

async function prepareHome(home: string): Promise<{ home: string; logFile: string }> {
  try {
    await mkdir(join(home, "logs"), { recursive: true });
    const real = await realpath(home);
    const logFile = join(real, "logs", "postgres.log");
    await (await open(logFile, "a", 0o600)).close();
    return { home: real, logFile };
  } catch (cause) {
    throw unwritable(home, cause);
  }
}
