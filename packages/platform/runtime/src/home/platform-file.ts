import { parseCachedFile, writeFileAtomically } from "@sliceway/service-kit";
import { z } from "zod";
import { isRunning } from "../process/process-start.ts";
import { type HomePaths, homePaths } from "./home-paths.ts";

const platformSchema = z.object({
  pid: z.number().int(),
  /** When that process began, so that another one with its number is not taken for it. */
  started: z.string(),
  registryUrl: z.string(),
  gatewayUrl: z.string(),
  /** Where the database server is, without user and password; left out until it is up. */
  databaseServer: z.string().optional(),
});

/** `platform.json`: which process runs a home, and where its doors are. */
export type RunningPlatform = z.infer<typeof platformSchema>;

/** The platform that runs from a home now, or undefined. A file whose process has ended counts as none. */
export async function findPlatform(home: string): Promise<RunningPlatform | undefined> {
  const platform = await parseCachedFile(platformSchema, homePaths(home).platform);
  return platform && isRunning(platform) ? platform : undefined;
}

/** Adds to `platform.json` where the database server is. `adminUrl`'s secrets stay out. */
export async function tellDatabase(paths: HomePaths, adminUrl: string): Promise<void> {
  const databaseServer = Object.assign(new URL(adminUrl), { username: "", password: "" }).href;
  const platform = { ...(await parseCachedFile(platformSchema, paths.platform)), databaseServer };
  await writeFileAtomically(paths.platform, `${JSON.stringify(platform, null, 2)}\n`);
}
