import { link, rm, writeFile } from "node:fs/promises";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { readProcessStart } from "../process/process-start.ts";
import type { HomePaths } from "./home-paths.ts";
import { findPlatform, type RunningPlatform } from "./platform-file.ts";

/** The claim of a process that ended without taking it back is removed, and the home claimed once more. */
const TRIES = 3;

/**
 * Writes `platform.json`, which says that this process runs the home. Disposing takes it back.
 * Throws SlicewayError `ALREADY_RUNNING` if another process does.
 */
export async function claimHome(
  paths: HomePaths,
  urls: Pick<RunningPlatform, "registryUrl" | "gatewayUrl">,
): Promise<AsyncDisposable> {
  const { pid } = process;
  const claim: RunningPlatform = { pid, started: readProcessStart(pid) ?? "", ...urls };
  const draft = `${paths.platform}.${pid}`;
  await writeFile(draft, `${JSON.stringify(claim, null, 2)}\n`);
  try {
    await take(draft, paths, TRIES);
  } finally {
    await rm(draft, { force: true });
  }
  return { [Symbol.asyncDispose]: () => rm(paths.platform, { force: true }) };
}

/** A hard link is made whole or not at all, so of two processes one gets it. */
async function take(draft: string, paths: HomePaths, triesLeft: number): Promise<void> {
  try {
    await link(draft, paths.platform);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || triesLeft === 0) throw error;
    const holder = await findPlatform(paths.home);
    if (holder) throw alreadyRunning(paths.home, holder);
    await rm(paths.platform, { force: true });
    await take(draft, paths, triesLeft - 1);
  }
}

function alreadyRunning(home: string, { pid, gatewayUrl }: RunningPlatform): SlicewayError {
  return new SlicewayError(
    errors.ALREADY_RUNNING(`Sliceway already runs from ${home} (process ${pid}, ${gatewayUrl}).`),
  );
}
