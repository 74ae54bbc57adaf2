import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { type Claims, claimsSchema } from "./claims.ts";

const ISSUER = "gateway";
/** Gateways give a token 60 s at most; an older one is refused whatever it says of its end. */
const LONGEST_LIFE_S = 60;
const CLOCK_TOLERANCE_S = 5;
const REMEMBERED = 10_000;

/** The claims of a token that a gateway signed for this slice. Throws on any other. */
export type VerifyToken = (token: string) => Promise<Claims>;

/** Gateways send a token with many requests, so one that was verified is known until its end. */
export function createVerifyToken(slice: string, getKey: JWTVerifyGetKey): VerifyToken {
  const verified = new LRUCache<string, Claims>({ max: REMEMBERED, perf: Date });
  return async (token) => {
    const known = verified.get(token);
    if (known) return known;
    const { payload } = await jwtVerify(token, getKey, {
      algorithms: ["EdDSA"],
      issuer: ISSUER,
      audience: slice,
      requiredClaims: ["exp", "iat"],
      maxTokenAge: LONGEST_LIFE_S,
      clockTolerance: CLOCK_TOLERANCE_S,
    });
    const claims = claimsSchema.parse(payload);
    const life = Number(payload.exp) * 1000 - Date.now();
    if (life > 0) verified.set(token, claims, { ttl: Math.min(life, LONGEST_LIFE_S * 1000) });
    return claims;
  };
}
