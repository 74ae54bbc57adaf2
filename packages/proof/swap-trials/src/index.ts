export { shortCatalogue } from "./releases/catalogues.ts";
export { renderReport } from "./report/render-report.ts";
export type { TrialReport } from "./report/trial-report.ts";
export { prepareStage, type Stage } from "./trial/prepare-stage.ts";
export { runTrial } from "./trial/run-trial.ts";
export type { TrialOptions } from "./trial/trial-options.ts";
