import { mergeEdits } from "../releases/edits.ts";
import type { Variant } from "../releases/variant.ts";
import { dropping, reworded } from "../releases/variants/posts.ts";

/** From then on a field is missing that earlier releases read. */
const DROPS_FROM = 0.7;

/** So many releases of one slice, no two alike. What the last of them serve does not fit the pages of the first. */
export function pageVariants(count: number): Variant[] {
  return Array.from({ length: count }, (_, index) => {
    const variant = reworded(`Like it ${index + 1}`);
    if (index < count * DROPS_FROM) return variant;
    return {
      ...variant,
      name: `${variant.name}, drops commentCount`,
      fields: [],
      edits: mergeEdits(dropping.edits, variant.edits),
    };
  });
}
