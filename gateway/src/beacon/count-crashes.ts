import type { CrashReport } from "@sliceway/protocol";
import { Counter, type Registry } from "prom-client";

/** Counts crashes of pages by release and kind. Only releases that this gateway serves may be counted. */
export function countCrashes(register: Registry): (crash: CrashReport) => void {
  const crashes = new Counter({
    name: "gateway_page_crashes_total",
    help: "Pages on which the code of a release could not be loaded or shown.",
    labelNames: ["slice", "release", "kind"],
    registers: [register],
  });
  return ({ slice, release, kind }) => crashes.inc({ slice, release, kind });
}
