import { z } from "zod";

/** What a verified token says of the request. */
export const claimsSchema = z.object({
  /** Id of who is logged in; absent for visitors. */
  sub: z.string().min(1).optional(),
  /** Id of the session that the browser holds. */
  sid: z.string().min(1).optional(),
  /** Opaque id of the browser. */
  visitor: z.string().min(1),
  /** Holds a developer grant. */
  dev: z.boolean().default(false),
});

export type Claims = z.infer<typeof claimsSchema>;
