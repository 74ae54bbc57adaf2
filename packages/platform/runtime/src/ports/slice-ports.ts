const FIRST = 3010;
const PAIR_STEP = 10;
/** More slices than that and the pairs would overlap. */
const SLICES = 10;

/** The pair of ports that the `index`th slice prefers: 3010 and 3020, 3011 and 3021 ... */
export function slicePorts(index: number): number[] {
  return index < SLICES ? [FIRST + index, FIRST + PAIR_STEP + index] : [];
}

/** Gives each slice the next pair, in the order in which they are first asked for. */
export function createPortPreference(): (slice: string) => number[] {
  const slices = new Map<string, number>();
  return (slice) => {
    const index = slices.get(slice) ?? slices.size;
    slices.set(slice, index);
    return slicePorts(index);
  };
}
