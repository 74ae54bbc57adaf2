import DataLoader from "dataloader";

/**
 * A loader that gathers the keys asked for in one tick, loads them with one call, and gives `missing` where the
 * answer has no entry.
 */
export function keyedLoader<Value, Missing>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  missing: Missing,
): DataLoader<string, Value | Missing> {
  return new DataLoader(async (keys) => {
    const values = await load(keys);
    return keys.map((key) => values.get(key) ?? missing);
  });
}
