/** A Relay-style connection. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** How rows of a list become the edges of its connection. */
export interface Edges<Row, Node> {
  cursorOf: (row: Row) => string;
  nodeOf: (row: Row) => Node;
}

/**
 * Makes a connection of rows in list order, of which the query fetched one more than `first`: the extra row only
 * tells that there is a next page.
 */
export function connection<Row, Node>(
  rows: readonly Row[],
  first: number,
  { cursorOf, nodeOf }: Edges<Row, Node>,
): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(row), node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
