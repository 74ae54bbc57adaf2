declare global {
  var __webpack_nonce__: string | undefined;
}

/** React Aria adds two style elements of its own; it looks here for the nonce that allows them. */
export function passNonceToStyles(): void {
  globalThis.__webpack_nonce__ = document.currentScript?.nonce;
}
