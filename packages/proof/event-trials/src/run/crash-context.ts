import type { Patience } from "../audit/wait-until-drained.ts";
import type { Recorder } from "../points/recorder.ts";
import type { Programs } from "../processes/role.ts";
import type { Ensemble } from "./start-ensemble.ts";

/** What a crash happens in. */
export interface CrashContext {
  ensemble: Ensemble;
  programs: Programs;
  recorder: Recorder;
  random: () => number;
  patience: Patience;
  progress(text: string): void;
}
