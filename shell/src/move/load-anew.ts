import { AVOID_COOKIE } from "@sliceway/protocol/wire";

const COOKIE_S = 30;

/**
 * Loads the whole page again, where the shell itself is another one. The gateway chooses its vector; releases that
 * failed here are named to it. Never settles: this page is over.
 */
export function loadAnew(avoid: readonly string[]): Promise<never> {
  if (avoid.length > 0) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain HTTP and in some browsers.
    document.cookie = `${AVOID_COOKIE}=${avoid.join(".")}; path=/; max-age=${COOKIE_S}; samesite=lax`;
  }
  window.location.reload();
  return new Promise(() => undefined);
}
