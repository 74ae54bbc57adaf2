import { join, resolve } from "node:path";

/** The repository's root. */
export const projectDir: string = resolve(import.meta.dirname, "../../../../..");

/** What is kept between trials: checkouts with all that they need installed, and the homes that they made. */
export const cacheDir: string = join(projectDir, "node_modules/.cache/upgrade-trials");
