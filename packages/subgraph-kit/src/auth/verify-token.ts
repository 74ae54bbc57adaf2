import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Claims, claimsSchema } from "./claims.ts";

const ISSUER = "gateway";
/** Gateways give a token 60 s at most; an older one is refused whatever it says of its end. */
const LONGEST_LIFE_S = 60;
const CLOCK_TOLERANCE_S = 5;

/** The claims of a token that a gateway signed for this slice. Throws on any other. */
export async function verifyToken(token: string, slice: string, getKey: JWTVerifyGetKey): Promise<Claims> {
  const { payload } = await jwtVerify(token, getKey, {
    algorithms: ["EdDSA"],
    issuer: ISSUER,
    audience: slice,
    requiredClaims: ["exp", "iat"],
    maxTokenAge: LONGEST_LIFE_S,
    clockTolerance: CLOCK_TOLERANCE_S,
  });
  return claimsSchema.parse(payload);
}
