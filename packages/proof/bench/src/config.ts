import { join, resolve } from "node:path";

/** The repository's root. */
export const projectDir = resolve(import.meta.dirname, "../../../..");

export interface Config {
  /** A Chromium of one's own; else one is looked for. */
  chromiumPath: string | undefined;
  /** Where the platform to measure has its data. */
  home: string;
}

/** What the environment says; a setting with the same name means the same to `sliceway`. */
export function readConfig(): Config {
  const { CHROMIUM_PATH, SLICEWAY_HOME } = process.env;
  return { chromiumPath: CHROMIUM_PATH, home: resolve(SLICEWAY_HOME ?? join(projectDir, ".sliceway")) };
}
