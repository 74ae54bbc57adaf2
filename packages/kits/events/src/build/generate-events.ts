import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type EventContract, readEventContract } from "./read-event-contract.ts";
import { renderEventsModule } from "./render-events-module.ts";

/**
 * Reads the event contract of a slice and writes it as the typed module `server/src/contract.events.ts`; null if the
 * slice neither publishes nor reads events. Throws SlicewayError: see `readEventContract`.
 *
 * @param options.sliceDir folder with slice.json, `contract/` and `server/`
 */
export async function generateEvents({ sliceDir }: { sliceDir: string }): Promise<EventContract | null> {
  const dir = resolve(sliceDir);
  const contract = await readEventContract(dir);
  if (Object.keys({ ...contract.publishes, ...contract.consumes }).length === 0) return null;
  await writeIfChanged(join(dir, "server/src/contract.events.ts"), await renderEventsModule(contract));
  return contract;
}

/** Leaves an unchanged file alone, so that watchers and build caches see no change. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before !== text) await writeFile(path, text);
}
