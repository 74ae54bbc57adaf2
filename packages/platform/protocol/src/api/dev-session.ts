import { z } from "zod";
import { releaseIdSchema } from "../release.ts";

/** `PUT /v1/dev/:name`: somebody works on a slice, and shows it in the preview of that name. */
export const devSessionSchema = z.strictObject({ id: releaseIdSchema, slice: z.string() });

export type DevSessionRequest = z.infer<typeof devSessionSchema>;

/** It is over `ttlMs` after now. `isNew`: what it had before, if it had anything, is gone. */
export const renewedDevSessionSchema = z.object({ ttlMs: z.number(), isNew: z.boolean() });

export type RenewedDevSession = z.infer<typeof renewedDevSessionSchema>;
