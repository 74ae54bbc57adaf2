/** Tells by `table.column` whether a slice calls a column unused: by its own name, or its whole table by that. */
export function createIsUnused(unused: readonly string[]): (column: string) => boolean {
  const names = new Set(unused);
  return (column) => names.has(column) || names.has(column.slice(0, column.lastIndexOf(".")));
}
