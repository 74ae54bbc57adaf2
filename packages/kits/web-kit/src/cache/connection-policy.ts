import type { FieldPolicy, Reference } from "@apollo/client";

/** A Relay-style connection as it lies in the cache. */
export interface StoredConnection {
  edges: { cursor?: string; node?: Reference | null }[];
  pageInfo?: { hasNextPage?: boolean; endCursor?: string | null };
}

/**
 * Joins the pages of a connection into one list. A further page is appended after its cursor; a fresh first page
 * keeps the further pages that were read, if it still reaches them. Nodes that left the cache leave the list.
 * A list that could not be read this time stays as it was.
 *
 * @param keyArgs arguments that choose which list it is
 */
export function connectionPolicy(keyArgs: string[]): FieldPolicy<StoredConnection | null> {
  return {
    keyArgs: keyArgs.length > 0 ? keyArgs : false,
    read: (existing, { canRead }) =>
      existing && { ...existing, edges: existing.edges.filter((edge) => canRead(edge.node)) },
    merge(existing, incoming, { args }) {
      if (!existing || !incoming) return incoming ?? existing ?? null;
      return args?.after ? append(existing, incoming, args.after) : renew(existing, incoming);
    },
  };
}

function append(existing: StoredConnection, incoming: StoredConnection, after: string): StoredConnection {
  const at = existing.edges.findIndex((edge) => edge.cursor === after);
  // Without cursors on its edges, the list is taken to end where the page begins.
  const before = at < 0 ? existing.edges : existing.edges.slice(0, at + 1);
  return { ...incoming, edges: [...before, ...incoming.edges] };
}

function renew(existing: StoredConnection, incoming: StoredConnection): StoredConnection {
  const last = incoming.edges.at(-1)?.cursor;
  const at = last === undefined ? -1 : existing.edges.findIndex((edge) => edge.cursor === last);
  const further = at < 0 ? [] : existing.edges.slice(at + 1);
  if (further.length === 0) return incoming;
  return { ...incoming, edges: [...incoming.edges, ...further], pageInfo: existing.pageInfo };
}
