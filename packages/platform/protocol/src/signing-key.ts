import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { z } from "zod";

/** `k-` and 12 hex digits of the sha256 over the public key (SPKI, DER). */
export const signingKeyIdSchema = z.string().regex(/^k-[0-9a-f]{12}$/);

/** A team's Ed25519 key pair, with which it signs its releases. */
export interface SigningKey {
  id: string;
  /** The public half as registries are told it: base64 of its SPKI in DER. */
  publicKey: string;
  privateKey: KeyObject;
}

export function createSigningKey(): SigningKey {
  return fromPrivate(generateKeyPairSync("ed25519").privateKey);
}

/** Reads a private key: PKCS #8, as PEM or as base64 of its DER. Throws a TypeError on anything else. */
export function parseSigningKey(text: string): SigningKey {
  return fromPrivate(parseDer(text, (key) => createPrivateKey({ key, format: "der", type: "pkcs8" })));
}

/** The private key in one line, for a CI's secrets: base64 of its PKCS #8 in DER. */
export function printSigningKey({ privateKey }: SigningKey): string {
  return privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
}

/** Reads a public key: SPKI, as PEM or as base64 of its DER. Throws a TypeError on anything else. */
export function parsePublicKey(text: string): Omit<SigningKey, "privateKey"> {
  return describe(parseDer(text, (key) => createPublicKey({ key, format: "der", type: "spki" })));
}

function fromPrivate(privateKey: KeyObject): SigningKey {
  return { ...describe(createPublicKey(privateKey)), privateKey };
}

function describe(key: KeyObject): Omit<SigningKey, "privateKey"> {
  const der = key.export({ format: "der", type: "spki" });
  const id = `k-${createHash("sha256").update(der).digest("hex").slice(0, 12)}`;
  return { id, publicKey: der.toString("base64") };
}

/** What OpenSSL says of a broken key helps nobody, and might show it. */
function parseDer(text: string, read: (der: Buffer) => KeyObject): KeyObject {
  const base64 = text.replaceAll(/-----[A-Z ]+-----/g, "");
  const key = attempt(() => read(Buffer.from(base64, "base64")));
  if (key?.asymmetricKeyType !== "ed25519")
    throw new TypeError("it is no Ed25519 key, as PEM or as base64 of its DER");
  return key;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
