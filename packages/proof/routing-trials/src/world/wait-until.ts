import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 120_000;
const PAUSE_MS = 15;

/** The first value that is not null. Throws with what was waited for after two minutes. */
export async function waitUntil<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`);
    await sleep(PAUSE_MS);
  }
}
