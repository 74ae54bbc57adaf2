import type { PublicKey } from "@sliceway/protocol/api";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from "jose";

/** An Ed25519 key pair as a JSON Web Key. */
export interface PrivateKey {
  kty: "OKP";
  crv: "Ed25519";
  x: string;
  d: string;
  /** The key's thumbprint (RFC 7638). */
  kid: string;
}

export async function createPreviewKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  const jwk = { kty: "OKP", crv: "Ed25519", x, d } as const;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}

/** What gateways verify links with. */
export function publicHalf({ kty, crv, x, kid }: PrivateKey): PublicKey & { kid: string } {
  return { kty, crv, x, kid, alg: "EdDSA", use: "sig" };
}

interface PreviewLink {
  name: string;
  now: Date;
  until: Date;
  /** Somebody's work: who looks at it when it is over sees what is live. */
  isDev: boolean;
}

/** An override that lets whoever has it see the preview until then. */
export async function signPreview(
  key: PrivateKey,
  { name, now, until, isDev }: PreviewLink,
): Promise<string> {
  return await new SignJWT(isDev ? { dev: true } : {})
    .setProtectedHeader({ alg: "EdDSA", kid: key.kid })
    .setIssuer("registry")
    .setAudience("preview")
    .setSubject(name)
    .setIssuedAt(now)
    .setExpirationTime(until)
    .sign(await importJWK({ ...key }, "EdDSA"));
}
