import { z } from "zod";
import { releaseIdSchema } from "./release.ts";
import { vectorIdSchema } from "./vector.ts";

/** Of an error's words, so many are told: they may hold what people wrote. */
const MESSAGE_LIMIT = 200;

/** What a page says when the code of a release fails in it. */
export const crashReportSchema = z.strictObject({
  vector: vectorIdSchema,
  slice: z.string().max(64),
  release: releaseIdSchema,
  /**
   * `load`: the entry did not come or a module threw when it started; `chunk`: a further file did not come;
   * `integrity`: other bytes came than the release has; `render`: a component threw.
   */
  kind: z.enum(["load", "chunk", "integrity", "render"]),
  message: z.string().transform((text) => text.slice(0, MESSAGE_LIMIT)),
});
export type CrashReport = z.infer<typeof crashReportSchema>;
