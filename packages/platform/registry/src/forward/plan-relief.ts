/** A vector whose servers run for the sake of pages that were loaded at it long ago. */
export interface HeldVector {
  vector: string;
  /** Releases that have a server, as `slice@id`. */
  servers: readonly string[];
}

export interface Pressure {
  /** Oldest first. */
  held: readonly HeldVector[];
  /** Servers that run in any case, as `slice@id`: of what is live, can come back, or is about to go live. */
  kept: ReadonlySet<string>;
  /** Resident memory of a release's instances, in bytes. */
  memoryOf: (server: string) => number;
  budgetBytes: number;
}

/**
 * The vectors whose pages have to move so that the servers kept for old pages fit the budget: the oldest first, and
 * only those whose move lets a server end.
 */
export function planRelief({ held, kept, memoryOf, budgetBytes }: Pressure): string[] {
  const leaving: string[] = [];
  const remaining = [...held];
  const used = () => measureHeld({ held: remaining, kept, memoryOf });
  while (remaining.length > 0 && used() > budgetBytes) {
    const oldest = remaining.shift();
    if (oldest?.servers.some((server) => !kept.has(server))) leaving.push(oldest.vector);
  }
  return leaving;
}

/** What the servers take that run for old pages alone. */
export function measureHeld({ held, kept, memoryOf }: Omit<Pressure, "budgetBytes">): number {
  return sum(extraServers(held, kept), memoryOf);
}

function extraServers(held: readonly HeldVector[], kept: ReadonlySet<string>): Set<string> {
  return new Set(held.flatMap(({ servers }) => servers.filter((server) => !kept.has(server))));
}

function sum(servers: ReadonlySet<string>, memoryOf: (server: string) => number): number {
  return [...servers].reduce((total, server) => total + memoryOf(server), 0);
}
