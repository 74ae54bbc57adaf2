import type { Edits } from "@sliceway/dev-env";

/** A release of a slice that differs from what the working tree gives. */
export interface Variant {
  slice: string;
  /** `base`, `reworded`: what is different about it. */
  name: string;
  /** What of its schema other variants of the slice may lack; its own UI reads all of it. */
  fields: readonly string[];
  edits: Edits;
}
