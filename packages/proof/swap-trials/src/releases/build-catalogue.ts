import { buildVariant } from "@sliceway/dev-env";
import type { Release } from "@sliceway/protocol";
import type { Catalogue } from "./catalogues.ts";
import { mergeEdits } from "./edits.ts";
import { marks } from "./marks.ts";
import type { Variant } from "./variant.ts";

export interface BuiltVariant extends Variant {
  release: Release;
}

/** Builds all of it, each release marked; tells `onBuilt` of every one. */
export async function buildCatalogue(
  catalogue: Catalogue,
  onBuilt: (built: BuiltVariant) => void = () => {},
): Promise<BuiltVariant[][]> {
  const built: BuiltVariant[][] = [];
  for (const variants of catalogue) {
    const releases: BuiltVariant[] = [];
    for (const variant of variants) {
      const one = await buildMarked(variant);
      onBuilt(one);
      releases.push(one);
    }
    built.push(releases);
  }
  return built;
}

export async function buildMarked(variant: Variant): Promise<BuiltVariant> {
  const { slice, edits } = variant;
  return { ...variant, release: await buildVariant(slice, mergeEdits(marks[slice] ?? {}, edits)) };
}
