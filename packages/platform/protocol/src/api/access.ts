import { z } from "zod";
import { signingKeyIdSchema } from "../signing-key.ts";
import { sliceManifestSchema } from "../slice-manifest.ts";

const DAYS = 90;
/** A token that nobody had to renew for longer is a token that nobody looks after. */
const MOST_DAYS = 366;

const sliceName = sliceManifestSchema.shape.name;

/** `POST /v1/tokens` */
export const tokenRequestSchema = z.strictObject({
  /** Whose releases it may publish and deploy. */
  slices: z.array(sliceName).min(1),
  /** Stands in the audit log for what is done with it. */
  name: z
    .string()
    .regex(/^[\w.@-]{2,50}$/, "a name is 2 to 50 letters, digits and ._@-")
    .refine(
      (name) => !["administrator", "service", "registry"].includes(name),
      "that name is the platform's",
    ),
  days: z.number().positive().max(MOST_DAYS).default(DAYS),
});
export type TokenRequest = z.input<typeof tokenRequestSchema>;

export const tokenSchema = z.strictObject({
  /** `t-` and 12 hex digits; no secret. */
  id: z.string(),
  name: z.string(),
  slices: z.array(z.string()),
  /** Times are ISO 8601. */
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type DeployToken = z.infer<typeof tokenSchema>;

/** `token`: the token itself, told once. */
export const createdTokenSchema = tokenSchema.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof createdTokenSchema>;

export const tokenListSchema = z.object({
  /** Newest first. */
  tokens: z.array(tokenSchema),
});

/** `POST /v1/signing-keys` */
export const signingKeyRequestSchema = z.strictObject({
  slice: sliceName,
  /** An Ed25519 key: SPKI, as PEM or as base64 of its DER. */
  publicKey: z.string().max(1000),
});

export const registeredKeySchema = z.strictObject({
  slice: z.string(),
  id: signingKeyIdSchema,
  /** SPKI in DER, base64. */
  publicKey: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type RegisteredKey = z.infer<typeof registeredKeySchema>;

export const signingKeyListSchema = z.object({
  /** By slice, newest first. */
  keys: z.array(registeredKeySchema),
});
