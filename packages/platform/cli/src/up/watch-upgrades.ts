import { type Platform, UPGRADE_SIGNAL } from "@sliceway/runtime";
import type { Io } from "../io.ts";
import { renderError } from "../report/render-error.ts";

/** Replaces the gateway whenever `sliceway upgrade gateway` asks for it. */
export function watchUpgrades(
  platform: Pick<Platform, "replaceGateway">,
  io: Io,
  source: NodeJS.EventEmitter = process,
): Disposable {
  const replace = () => {
    platform.replaceGateway().catch((error: unknown) => io.warn(renderError(error, io)));
  };
  source.on(UPGRADE_SIGNAL, replace);
  return { [Symbol.dispose]: () => void source.off(UPGRADE_SIGNAL, replace) };
}
