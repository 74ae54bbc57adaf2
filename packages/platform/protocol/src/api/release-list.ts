import { z } from "zod";
import { releaseIdSchema } from "../release.ts";
import { releaseSignatureSchema } from "../signature.ts";

export const releaseListSchema = z.object({
  /** Newest first. */
  releases: z.array(
    z.object({
      slice: z.string(),
      id: releaseIdSchema,
      publishedAt: z.string(),
      /** Name of the token. */
      publishedBy: z.string(),
      signature: releaseSignatureSchema,
    }),
  ),
});

export type PublishedRelease = z.infer<typeof releaseListSchema>["releases"][number];
