import type { Binaries } from "./find-binaries.ts";
import type { RunAs } from "./run-as.ts";

/** The major version of the binaries; it stands in the data directory's name. */
export const MAJOR = "18";

/** A data directory that is ready to be run. */
export interface Cluster {
  readonly home: string;
  readonly dataDir: string;
  /** Where PostgreSQL's own messages go. */
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** The superuser's. */
  readonly password: string;
}
