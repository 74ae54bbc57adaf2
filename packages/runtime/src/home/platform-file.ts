import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isRunning } from "../process/process-start.ts";
import { homePaths } from "./home-paths.ts";

const platformSchema = z.object({
  pid: z.number().int(),
  /** When that process began, so that another one with its number is not taken for it. */
  started: z.string(),
  registryUrl: z.string(),
  gatewayUrl: z.string(),
});

/** `platform.json`: which process runs a home, and where its doors are. */
export type RunningPlatform = z.infer<typeof platformSchema>;

/** The platform that runs from a home now, or undefined. A file whose process has ended counts as none. */
export async function findPlatform(home: string): Promise<RunningPlatform | undefined> {
  const platform = await readPlatform(homePaths(home).platform);
  return platform && isRunning(platform) ? platform : undefined;
}

async function readPlatform(path: string): Promise<RunningPlatform | undefined> {
  try {
    return platformSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return undefined;
  }
}
