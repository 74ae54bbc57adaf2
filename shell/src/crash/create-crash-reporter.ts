import type { CrashReport } from "@sliceway/protocol";
import { describeCrash } from "./describe-crash.ts";

export type FailedRelease = Pick<CrashReport, "vector" | "slice" | "release">;

/** Tells the gateway of each release whose code failed, once for each kind of failure. */
export function createCrashReporter(): (failed: FailedRelease, error: unknown) => void {
  const told = new Set<string>();
  const leaving = watchLeaving();
  return ({ vector, slice, release }, error) => {
    const report: CrashReport = { vector, slice, release, ...describeCrash(error) };
    const key = `${vector} ${slice} ${report.kind}`;
    // Browsers break off what a page was loading when it is left.
    if (told.has(key) || leaving()) return;
    told.add(key);
    navigator.sendBeacon("/beacon", new Blob([JSON.stringify(report)], { type: "application/json" }));
  };
}

function watchLeaving(): () => boolean {
  let leaving = false;
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  return () => leaving;
}
