import type DataLoader from "dataloader";
import { keyedLoader } from "./keyed-loader.ts";
import type { Page } from "./page.ts";

/** Loads a page of the list that belongs to `ownerId`. */
export type PagedLoader<Key, Row> = (ownerId: string, page: Page<Key>) => Promise<Row[]>;

/**
 * Gathers the owners whose list is asked for with the same page in one tick, and loads them with one call. An owner
 * without an entry has an empty list.
 */
export function pagedLoader<Key, Row>(
  load: (ownerIds: readonly string[], page: Page<Key>) => Promise<ReadonlyMap<string, Row[]>>,
): PagedLoader<Key, Row> {
  const loaders = new Map<string, DataLoader<string, Row[]>>();
  return (ownerId, page) => {
    const name = JSON.stringify(page);
    const loader = loaders.get(name) ?? keyedLoader((ownerIds) => load(ownerIds, page), []);
    loaders.set(name, loader);
    return loader.load(ownerId);
  };
}
