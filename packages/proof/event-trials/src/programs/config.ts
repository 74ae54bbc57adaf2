import { parseSettings, type Settings } from "./settings.ts";

/** The settings that the process was started with. */
export function readSettings(): Settings {
  return parseSettings(process.env.TRIAL_SETTINGS ?? "{}");
}
