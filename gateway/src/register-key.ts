import type { RegistryClient } from "@sliceway/protocol/client";
import { type Logger, retry } from "@sliceway/service-kit";
import type { GatewayKey } from "./session/gateway-key.ts";

/** Tells the registry the public key that slices verify with, as soon as the registry can be told. */
export function registerKey(
  registry: Pick<RegistryClient, "putKey">,
  { kid, publicJwk }: GatewayKey,
  log: Logger,
): AsyncDisposable {
  const stop = new AbortController();
  const telling = retry(() => registry.putKey(kid, publicJwk), {
    signal: stop.signal,
    maxDelayMs: 2000,
  }).then(
    () => log.debug({ kid }, "key registered"),
    () => undefined,
  );
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await telling;
    },
  };
}
