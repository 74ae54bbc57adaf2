import { parseFile } from "@sliceway/service-kit";
import { type CryptoKey, calculateJwkThumbprint, importJWK } from "jose";
import { z } from "zod";

const privateJwkSchema = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

export interface GatewayKey {
  /** The key's thumbprint (RFC 7638). */
  kid: string;
  privateKey: CryptoKey | Uint8Array;
  /** What slices verify with; the registry hands it out. */
  publicJwk: { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; alg: string; use: string };
}

/** Reads the Ed25519 private key (a JWK file) that signs every call to a slice. Throws a SlicewayError. */
export async function readGatewayKey(path: string): Promise<GatewayKey> {
  const jwk = await parseFile(privateJwkSchema, path);
  const kid = await calculateJwkThumbprint(jwk);
  const { kty, crv, x } = jwk;
  const publicJwk = { kty, crv, x, kid, alg: "EdDSA", use: "sig" };
  return { kid, privateKey: await importJWK(jwk, "EdDSA"), publicJwk };
}
