import type { RegistryClient } from "@sliceway/registry/client";
import type { Logger } from "@sliceway/service-kit";
import type { PlatformState } from "./platform-state.ts";

/** Takes every state that the registry sends, until disposed. The client reconnects by itself. */
export function followRegistry(
  registry: Pick<RegistryClient, "watch">,
  platform: PlatformState,
  log: Logger,
): AsyncDisposable {
  const stop = new AbortController();
  const following = follow(registry, platform, stop.signal).catch((error: unknown) => {
    if (!stop.signal.aborted) log.error({ err: error }, "following the registry has ended");
  });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await following;
    },
  };
}

async function follow(
  registry: Pick<RegistryClient, "watch">,
  platform: PlatformState,
  signal: AbortSignal,
): Promise<void> {
  for await (const state of registry.watch(signal)) await platform.take(state);
}
