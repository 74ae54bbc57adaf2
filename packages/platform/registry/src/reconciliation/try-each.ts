/** Works on one item after the other, also after one that failed. Rejects with all failures together. */
export async function tryEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(describe).join("; "));
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
