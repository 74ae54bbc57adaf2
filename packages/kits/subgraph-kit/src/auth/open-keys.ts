import type { Logger } from "@sliceway/service-kit";
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { readKeys, writeKeys } from "./keys-cache.ts";

const REFRESH_MS = 60_000;
/** A token with an unknown key makes us ask; a flood of them must not flood the registry. */
const ASK_AT_MOST_EVERY_MS = 1_000;

interface KeysOptions {
  /** Asks the registry. */
  fetchKeys: () => Promise<JSONWebKeySet>;
  /** File that keeps the keys for a start without the registry. */
  cacheFile: string;
  log: Logger;
}

export interface Keys extends Disposable {
  getKey: JWTVerifyGetKey;
}

/** The gateways' public keys: cached on disk, asked for anew each minute and when a token names an unknown one. */
export async function openKeys({ fetchKeys, cacheFile, log }: KeysOptions): Promise<Keys> {
  let local = createLocalJWKSet(await readKeys(cacheFile));
  let askedAt = 0;
  let asking: Promise<void> | null = null;

  const ask = async () => {
    askedAt = performance.now();
    const keys = await fetchKeys();
    local = createLocalJWKSet(keys);
    await writeKeys(cacheFile, keys);
  };
  const refresh = () => {
    asking ??= ask()
      .catch((err) => log.warn({ err }, "the registry gave no keys; going on with those known"))
      .finally(() => {
        asking = null;
      });
    return asking;
  };

  await refresh();
  const timer = setInterval(refresh, REFRESH_MS).unref();
  return {
    getKey: (header, token) =>
      local(header, token).catch(async (error) => {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        if (asking || performance.now() - askedAt > ASK_AT_MOST_EVERY_MS) await refresh();
        return local(header, token);
      }),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
