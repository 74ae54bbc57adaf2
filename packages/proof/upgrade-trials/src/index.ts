export { OLDEST } from "./installation/oldest.ts";
export type { Part } from "./trial/parts.ts";
export { runTrial, type TrialOptions } from "./trial/run-trial.ts";
