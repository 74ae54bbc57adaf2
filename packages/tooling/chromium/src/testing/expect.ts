import { expect as playwrightExpect } from "@playwright/test";

/** Playwright's assertions, which wait for a state; as long as it takes on a busy machine. */
export const expect = playwrightExpect.configure({ timeout: 30_000 });
