import { z } from "zod";

export const auditSchema = z.object({
  /** Newest first. */
  entries: z.array(
    z.strictObject({
      /** ISO 8601. */
      at: z.string(),
      /** Name of the token; `registry` for what happened by itself. */
      who: z.string(),
      /** `publish`, `deploy`, `live`, `canary`, `preview`, `revoke`, `old pages`, `token`, `key` */
      what: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      cause: z.string().nullable(),
      /** The routing revision that came of it. */
      revision: z.number().int().nullable(),
      deployment: z.string().nullable(),
      /** Of a deployment: how it goes or ended. */
      outcome: z.string().nullable(),
    }),
  ),
});

export type AuditEntry = z.infer<typeof auditSchema>["entries"][number];
