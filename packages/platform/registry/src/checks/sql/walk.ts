/** Every value of that node type anywhere within: `find(tree, "ColumnRef")`. */
export function find(tree: unknown, type: string): Record<string, unknown>[] {
  if (Array.isArray(tree)) return tree.flatMap((part) => find(part, type));
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === type && isRecord(value) ? [value, ...find(value, type)] : find(value, type),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
