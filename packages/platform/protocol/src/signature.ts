import { createHash, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { type SigningKey, signingKeyIdSchema } from "./signing-key.ts";

/** What a team says of its release: which key signed it, and the signature (Ed25519, base64). */
export const releaseSignatureSchema = z.strictObject({
  key: signingKeyIdSchema,
  value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type ReleaseSignature = z.infer<typeof releaseSignatureSchema>;

/**
 * Signs `release.json` as it is sent; the hashes in it cover every file. What is signed is the text
 * `sliceway release` and, on a second line, the sha256 (hex) of the document's canonical JSON. The release's id would not
 * do: of its hash it has 48 bits only.
 */
export function signRelease(document: object, { id, privateKey }: SigningKey): ReleaseSignature {
  return { key: id, value: sign(null, signedText(document), privateKey).toString("base64") };
}

/** Whether the holder of that public key (base64 of its SPKI in DER) signed exactly this document. */
export function isSignedBy(document: object, { value }: ReleaseSignature, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  return verify(null, signedText(document), key, Buffer.from(value, "base64"));
}

/** The signature as the header `x-sliceway-signature` carries it. */
export function printSignature({ key, value }: ReleaseSignature): string {
  return `${key} ${value}`;
}

/** Undefined for what is no signature. */
export function parseSignature(header: string): ReleaseSignature | undefined {
  const [key, value] = header.trim().split(" ");
  return releaseSignatureSchema.safeParse({ key, value }).data;
}

/** The first line keeps what is signed here apart from whatever else somebody signs with the key. */
function signedText(document: object): Buffer {
  const hash = createHash("sha256").update(canonicalJson(document)).digest("hex");
  return Buffer.from(`sliceway release\n${hash}`);
}
