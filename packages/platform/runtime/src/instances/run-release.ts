import { parseReleaseRef, type ReleaseRef } from "@sliceway/protocol";
import { supervise } from "../process/supervise.ts";
import { instanceCommand } from "./instance-command.ts";
import type { InstanceContext } from "./instance-context.ts";
import { migrateRelease } from "./migrate-release.ts";
import { readRelease } from "./release-files.ts";

/** A start that fails once may have met a port that was taken meanwhile; twice is the release's own fault. */
const TOLD_AFTER = 2;

/** The process driver: migrates for a release, then keeps one server of it running as a child process. */
export function runRelease(ref: ReleaseRef, options: InstanceContext): AsyncDisposable {
  const { children, log } = options;
  let migrated = false;
  return supervise({
    name: ref,
    children,
    log,
    async prepare(signal) {
      const release = await readRelease(options.paths, ref);
      if (!migrated) await migrateRelease(ref, release, options, signal);
      migrated = true;
      return instanceCommand(ref, release.manifest.server?.start, options);
    },
    onReady: () => log.info({ release: ref }, "ready"),
    onFailedStart: (reason, failures) => {
      if (migrated && failures >= TOLD_AFTER) void tellFailed(ref, reason, options);
    },
    onOverdue: (reason) => void tellFailed(ref, `it does not become ready: ${reason}`, options),
  });
}

/** Says why a release could not be started. */
export async function tellFailed(
  ref: ReleaseRef,
  reason: string,
  { registry, log }: InstanceContext,
): Promise<void> {
  const { slice, id } = parseReleaseRef(ref);
  await registry.reportFailed(slice, id, reason).catch((err: unknown) => {
    log.warn({ err }, "the registry could not be told of a failed start");
  });
}
