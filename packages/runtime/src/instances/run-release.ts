import type { ReleaseRef } from "@sliceway/manifest";
import { parseReleaseRef } from "@sliceway/manifest";
import { supervise } from "../process/supervise.ts";
import { instanceCommand, type InstancePlace } from "./instance-command.ts";
import { migrateRelease } from "./migrate-release.ts";
import { readRelease } from "./release-files.ts";
import type { ReleaseRunner } from "./start-reconciler.ts";

/** A start that fails once may have met a port that was taken meanwhile; twice is the release's own fault. */
const TOLD_AFTER = 2;

export interface RunReleaseOptions extends InstancePlace {
  /** The slice's preferred ports; any other is taken if none is free. */
  preferredPorts(slice: string): number[];
}

/** The process driver: migrates for a release, then keeps one server of it running as a child process. */
export function runRelease(ref: ReleaseRef, options: RunReleaseOptions): ReleaseRunner {
  const { slice, id } = parseReleaseRef(ref);
  const { house, log, registry } = options;
  let migrated = false;
  return supervise({
    name: ref,
    house,
    log,
    async prepare(signal) {
      const release = await readRelease(options.paths.releases, ref);
      const { migratorUrl } = await options.databases(slice);
      if (!migrated) {
        await migrateRelease(ref, release, { ...options, releasesDir: options.paths.releases, migratorUrl, signal });
      }
      migrated = true;
      return instanceCommand(ref, release.manifest.server?.start ?? [], options, options.preferredPorts(slice));
    },
    onReady: () => log.info({ release: ref }, "ready"),
    onTrouble: (reason, failures) => {
      if (!migrated || failures < TOLD_AFTER) return;
      registry.reportFailed(slice, id, reason).catch((err: unknown) => {
        log.warn({ err }, "the registry could not be told of a failed start");
      });
    },
  });
}
