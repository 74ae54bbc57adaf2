import { createHash } from "node:crypto";
import { z } from "zod";
import { formatSchema } from "./format.ts";
import { releaseIdSchema } from "./release.ts";
import { sliceManifestSchema } from "./slice-manifest.ts";

export const vectorIdSchema = z.string().regex(/^v-[0-9a-f]{12}$/);

/** An operation joined with the vector's exposed fragments: what the gateway executes. */
export const linkedOperationSchema = z.strictObject({
  id: z.string(),
  slice: z.string(),
  name: z.string(),
  kind: z.enum(["query", "mutation", "subscription"]),
  /** Full text with `__typename` in every selection set but the root. */
  text: z.string(),
});

/** What a page needs to know of one release of the vector. */
const vectorSlice = z.strictObject({
  slice: z.string(),
  release: releaseIdSchema,
  role: z.enum(["slice", "shell"]),
  /** Its remote's files change while somebody works on them, and lie below `/s/<slice>/<dev>/`. */
  dev: releaseIdSchema.optional(),
  manifest: sliceManifestSchema,
  web: z
    .strictObject({
      container: z.string(),
      entry: z.string(),
      styles: z.array(z.string()),
      exposes: z.record(z.string(), z.strictObject({ js: z.array(z.string()), css: z.array(z.string()) })),
      /** Path relative to `web/` to its `sha384-...`. */
      integrity: z.record(z.string(), z.string()),
    })
    .optional(),
});

export const vectorSchema = z.strictObject({
  format: formatSchema,
  id: vectorIdSchema,
  /** Slice name to release id. */
  releases: z.record(z.string(), releaseIdSchema),
  /** sha256 hex of the supergraph: vectors with the same schema set share one generation's schema. */
  schemaHash: z.string(),
  supergraph: z.string(),
  operations: z.array(linkedOperationSchema),
  /** The exposed fragments of the vector, for the page's fragment registry. */
  fragments: z.array(z.strictObject({ slice: z.string(), name: z.string(), text: z.string() })),
  slices: z.array(vectorSlice),
  createdAt: z.string(),
});

/** One release per slice, composed, linked and validated by the registry. Immutable. */
export type Vector = z.infer<typeof vectorSchema>;
export type VectorSlice = z.infer<typeof vectorSlice>;
export type LinkedOperation = z.infer<typeof linkedOperationSchema>;

/** `v-` and 12 hex digits of the sha256 over the sorted releases. */
export function vectorId(releases: Record<string, string>): string {
  const lines = Object.entries(releases).map(([slice, id]) => `${slice}@${id}`);
  return `v-${createHash("sha256").update(lines.sort().join("\n")).digest("hex").slice(0, 12)}`;
}
