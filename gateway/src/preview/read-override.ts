import type { IncomingMessage } from "node:http";
import { PREVIEW_HEADER } from "@sliceway/protocol";
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { PlatformState } from "../routing/platform-state.ts";
import { cookieName, findCookie } from "../session/cookies.ts";
import { readTransport } from "../session/transport.ts";

const REMEMBERED = 1_000;

const claimsSchema = z.object({ sub: z.string(), exp: z.number(), dev: z.boolean().default(false) });

/** A preview that somebody may see, or why not, in words for that person. */
export type Override =
  | { kind: "preview"; name: string; vector: string /** Seconds since 1970. */; expiresS: number }
  | { kind: "refused"; why: string /** It was a development session, which is over. */; dev: boolean };

/** The override that a request carries, in its header or its cookie; null if it carries none. */
export type ReadOverride = (request: IncomingMessage) => Promise<Override | null>;
/** What a token is good for. */
export type CheckOverride = (token: string) => Promise<Override>;

interface Parts {
  registryUrl: string;
  platform: Pick<PlatformState, "routing">;
  now?: () => number;
}

export function createCheckOverride({ registryUrl, platform, now = Date.now }: Parts): CheckOverride {
  const keys = createRemoteJWKSet(new URL("/v1/previews/keys", registryUrl));
  const verified = new LRUCache<string, z.infer<typeof claimsSchema>>({ max: REMEMBERED });

  async function verify(token: string): Promise<z.infer<typeof claimsSchema>> {
    const known = verified.get(token);
    if (known) return known;
    const { payload } = await jwtVerify(token, keys, { issuer: "registry", audience: "preview" });
    const claims = claimsSchema.parse(payload);
    verified.set(token, claims);
    return claims;
  }

  return async (token) => {
    try {
      const { sub: name, exp: expiresS, dev } = await verify(token);
      if (expiresS * 1000 <= now()) return { kind: "refused", why: EXPIRED, dev };
      const preview = platform.routing?.previews[name];
      if (!preview || Date.parse(preview.until) <= now())
        return { kind: "refused", why: `The preview ${name} is over.`, dev };
      return { kind: "preview", name, vector: preview.vector, expiresS };
    } catch (error) {
      return { kind: "refused", why: explain(error), dev: isExpiredWork(error) };
    }
  };
}

export function createReadOverride(check: CheckOverride, publicOrigin: URL | null): ReadOverride {
  return async (request) => {
    const header = request.headers[PREVIEW_HEADER];
    const name = cookieName("preview", readTransport(request, publicOrigin));
    const token = typeof header === "string" ? header : findCookie(request.headers.cookie, name);
    const override = token ? await check(token) : null;
    // A development session ends without notice: its browser gets what is live again.
    return override?.kind === "refused" && override.dev ? null : override;
  };
}

function isExpiredWork(error: unknown): boolean {
  return error instanceof errors.JWTExpired && error.payload.dev === true;
}

const EXPIRED = "This link to a preview has expired.";

function explain(error: unknown): string {
  if (error instanceof errors.JWTExpired) return EXPIRED;
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
    return "This link to a preview is not valid.";
  return "Links to previews cannot be checked just now.";
}
