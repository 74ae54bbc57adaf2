/** Remembers the last things that were added to it. */
export interface Recent {
  add(value: string): void;
  has(value: string): boolean;
}

export function createRecent(limit: number): Recent {
  const values = new Set<string>();
  return {
    add(value) {
      values.delete(value);
      values.add(value);
      if (values.size > limit) for (const oldest of values.values().take(1)) values.delete(oldest);
    },
    has: (value) => values.has(value),
  };
}
