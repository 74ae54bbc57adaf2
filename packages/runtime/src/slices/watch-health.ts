import { type Logger, sleep } from "@sliceway/service-kit";

const INTERVAL_MS = 3_000;
const PATIENCE_MS = 2_000;
const MISSES = 3;

export interface HealthOptions {
  name: string;
  /** Undefined until the server has said where it listens. */
  url: () => string | undefined;
  onSick: () => void;
  log: Logger;
}

/** Asks a server whether it is alive, every few seconds; calls `onSick` after three misses in a row. */
export function watchHealth({ name, url, onSick, log }: HealthOptions): AsyncDisposable {
  const stopping = new AbortController();
  async function watch(): Promise<void> {
    for (let misses = 0; ; ) {
      await sleep(INTERVAL_MS, stopping.signal);
      const address = url();
      misses = address === undefined || (await isAlive(address)) ? 0 : misses + 1;
      if (misses < MISSES) continue;
      log.error({ process: name }, `${name} does not answer; it is started again`);
      misses = 0;
      onSick();
    }
  }
  const done = watch().catch(() => undefined);
  return {
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function isAlive(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
