const HIDDEN = "[hidden]";
const urlPassword = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@"\\]*):[^\s@/"\\]+@/gi;
const bearer = /\b(bearer)\s+[\w.~+/=-]+/gi;
/** A deploy token, wherever it stands. */
const deployToken = /slw_[0-9a-f]{12}_[\w-]+/g;
/** A private Ed25519 key: all begin alike in PKCS #8. */
const signingKey = /MC4CAQAwBQYDK2VwBCIEI[\w+/]+/g;
const secretKey = String.raw`"[\w-]*(?:authorization|cookie|password|token|secret)s?"`;
const secretValue = String.raw`(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[^{}]*\}|-?\d[\d.eE+-]*)`;
const secretProperty = new RegExp(`(${secretKey}\\s*:\\s*)${secretValue}`, "gi");

/**
 * Hides secrets in a text or in a line of JSON: passwords in URLs, bearer and deploy tokens, private signing keys, and the
 * values of keys that end in authorization, cookie, password, token or secret, at any depth.
 */
export function redact(text: string): string {
  return text
    .replace(urlPassword, `$1:${HIDDEN}@`)
    .replace(deployToken, HIDDEN)
    .replace(signingKey, HIDDEN)
    .replace(bearer, `$1 ${HIDDEN}`)
    .replace(secretProperty, `$1"${HIDDEN}"`);
}
