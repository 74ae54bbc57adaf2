import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

/** Whom a test's request comes from, and how its token differs from a good one. */
export interface TokenOptions {
  /** Id of who is logged in; a visitor without it. */
  viewer?: string;
  sessionId?: string;
  visitor?: string;
  developer?: boolean;
  /** For another slice than the one under test. */
  audience?: string;
  /** Seconds from now; negative for a token that was. */
  issuedInS?: number;
}

/** Signs tokens as a gateway does, with a key of its own. */
export interface TestGateway {
  publicKey: JWK & { kid: string };
  sign(slice: string, options?: TokenOptions): Promise<string>;
}

export async function createTestGateway(kid = "test"): Promise<TestGateway> {
  const { publicKey, privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return {
    publicKey: { ...(await exportJWK(publicKey)), kid },
    sign(slice, { viewer, sessionId, visitor = "test", developer, audience = slice, issuedInS = 0 } = {}) {
      const issuedAt = Math.floor(Date.now() / 1000) + issuedInS;
      const token = new SignJWT({
        visitor,
        ...(sessionId && { sid: sessionId }),
        ...(developer && { dev: true }),
      })
        .setProtectedHeader({ alg: "EdDSA", kid })
        .setIssuer("gateway")
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + 60);
      if (viewer) token.setSubject(viewer);
      return token.sign(privateKey);
    },
  };
}
