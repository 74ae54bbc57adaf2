const HIDDEN = "[hidden]";
const urlPassword = /([a-z][a-z0-9+.-]*:\/\/[^\s:/@"\\]*):[^\s@/"\\]+@/gi;
const bearer = /\b(bearer)\s+[\w.~+/=-]+/gi;
const secretKey = String.raw`"[\w-]*(?:authorization|cookie|password|token|secret)s?"`;
const secretValue = String.raw`(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{[^{}]*\}|-?\d[\d.eE+-]*)`;
const secretProperty = new RegExp(`(${secretKey}\\s*:\\s*)${secretValue}`, "gi");

/**
 * Hides secrets in a text or in a line of JSON: passwords in URLs, bearer tokens, and the values of keys that end in authorization,
 * cookie, password, token or secret, at any depth.
 */
export function redact(text: string): string {
  return text
    .replace(urlPassword, `$1:${HIDDEN}@`)
    .replace(bearer, `$1 ${HIDDEN}`)
    .replace(secretProperty, `$1"${HIDDEN}"`);
}
