import type { RegistryClient } from "@sliceway/protocol/client";
import type { Logger } from "@sliceway/service-kit";
import type { PlatformState } from "./platform-state.ts";

/** Takes every state that the registry sends, until disposed. The client reconnects by itself. */
export function followRegistry(
  registry: Pick<RegistryClient, "watch">,
  platform: PlatformState,
  log: Logger,
): AsyncDisposable {
  const stop = new AbortController();
  const following = follow(registry, platform, stop.signal, log);
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
  log: Logger,
): Promise<void> {
  let heard = true;
  const onBreak = (error: unknown) => {
    if (heard) log.warn({ err: error }, "the registry is not heard; going on with what is known");
    heard = false;
  };
  for await (const state of registry.watch(signal, { onBreak })) {
    heard = true;
    await platform.take(state).catch((error: unknown) => {
      log.error({ err: error }, "the registry's state could not be kept on disk");
    });
  }
}
