import { readFile, rm, writeFile } from "node:fs/promises";
import { SlicewayError } from "@sliceway/service-kit";
import { z } from "zod";
import { isSameProcess, readStartTime } from "../process/start-time.ts";
import type { Home } from "./open-home.ts";

const platformSchema = z.object({
  pid: z.number(),
  startTime: z.string().nullable(),
  registryUrl: z.string(),
  gatewayUrl: z.string(),
});
/** What a running installation tells the commands of other terminals. */
export type PlatformFile = z.infer<typeof platformSchema>;

/** The running platform of this home, or undefined if none runs. */
export async function findPlatform(home: Home): Promise<PlatformFile | undefined> {
  const text = await readFile(home.platformFile, "utf8").catch(() => null);
  if (text === null) return undefined;
  const found = platformSchema.safeParse(JSON.parse(text));
  return found.success && (await isSameProcess(found.data)) ? found.data : undefined;
}

/** Notes that this process runs the home's platform. Throws SlicewayError `ALREADY_RUNNING`. */
export async function claimPlatform(
  home: Home,
  urls: Pick<PlatformFile, "registryUrl" | "gatewayUrl">,
): Promise<AsyncDisposable> {
  const other = await findPlatform(home);
  if (other && other.pid !== process.pid) {
    throw new SlicewayError(
      "ALREADY_RUNNING",
      `Sliceway already runs from ${home.dir} (process ${other.pid}, ${other.gatewayUrl}).`,
      "Use that one, end it with Ctrl-C in its terminal, or set SLICEWAY_HOME and the ports for a second one.",
    );
  }
  const claim: PlatformFile = { pid: process.pid, startTime: await readStartTime(process.pid), ...urls };
  await writeFile(home.platformFile, `${JSON.stringify(claim, null, 2)}\n`);
  return { [Symbol.asyncDispose]: () => rm(home.platformFile, { force: true }) };
}
