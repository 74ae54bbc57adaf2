import { z } from "zod";

/** A public key as JSON Web Key: an Ed25519 key. */
const publicKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string().optional(),
  alg: z.string().optional(),
  use: z.string().optional(),
});

export type PublicKey = z.infer<typeof publicKeySchema>;

export const keyRequestSchema = z.strictObject({ jwk: publicKeySchema });

/** `token`: the override, for the header or the link. */
export const previewLinkSchema = z.strictObject({ token: z.string(), until: z.string() });

export type PreviewLink = z.infer<typeof previewLinkSchema>;

export const keySetSchema = z.object({ keys: z.array(publicKeySchema.extend({ kid: z.string() })) });

export type KeySet = z.infer<typeof keySetSchema>;
