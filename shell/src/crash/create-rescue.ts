import type { PageRuntime } from "@sliceway/web-kit/host";
import { createFailedReleases } from "../move/failed-releases.ts";
import { createCrashReporter } from "./create-crash-reporter.ts";

/** How long a page that had nowhere to go waits before it asks again. */
const ASK_AGAIN_MS = 10_000;

/** Leads the page of a runtime away from the code of a slice. */
export type Rescue = (
  boot: PageRuntime["boot"],
  failure: { slice: string; error: unknown },
) => Promise<boolean>;

/** @param move goes to a vector without these releases (`slice@id`); resolves to false if there is none */
export function createRescue(move: (avoid: string[]) => Promise<boolean>): Rescue {
  const failed = createFailedReleases();
  const report = createCrashReporter();
  const stuck = new Map<string, number>();

  return async ({ vector, slices }, { slice, error }) => {
    const release = slices.find((one) => one.slice === slice)?.release;
    if (release === undefined) return false;
    report({ vector, slice, release }, error);
    failed.add(slice, release);
    const avoid = failed.avoidFor(slice);
    const key = avoid.join(" ");
    if (performance.now() < (stuck.get(key) ?? 0)) return false;
    const moved = await move(avoid);
    if (!moved) stuck.set(key, performance.now() + ASK_AGAIN_MS);
    return moved;
  };
}
