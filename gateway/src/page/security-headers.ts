import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** Headers that every answer has. A path's own policy replaces the strict one here. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    xFrameOptions: { action: "deny" },
  });
}

/**
 * The policy of pages: only scripts that carry this answer's nonce, and what they load; no string becomes
 * code or a script's address except through the policies of the shell and the remotes.
 */
export function pageSecurity(): RequestHandler[] {
  const policy = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: [(_, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
      styleSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response)}'`],
      // People give pictures of themselves by address.
      imgSrc: ["'self'", "data:", "blob:", "https:", "http:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["shell", "slice", "'allow-duplicates'"],
    },
  });
  return [giveNonce, policy];
}

/**
 * Browsers that know it refuse every script without a hash, whoever asks for it: a remote may load code as it likes, and
 * need not know of our build's checks.
 */
export const INTEGRITY_POLICY = "blocked-destinations=(script)";

const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

function nonceOf(response: object): string {
  return "locals" in response ? String((response.locals as { nonce?: unknown }).nonce) : "";
}
