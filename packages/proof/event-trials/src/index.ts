export { ownPrograms, type Programs } from "./processes/role.ts";
export type { TrialOptions } from "./run/options.ts";
export { runTrials, type TrialReport } from "./run/run-trials.ts";
