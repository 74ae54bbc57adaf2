export { planCommands } from "./commands/plan-commands.ts";
export { runTrial, type TrialOptions, type TrialResult } from "./trial/run-trial.ts";
