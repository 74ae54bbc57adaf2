export interface ExplorerVector {
  id: string;
  live: boolean;
  /** Slice to release id. */
  releases: Record<string, string>;
}

/** The vectors that this gateway serves now; the live one first. */
export function readVectors(): ExplorerVector[] {
  return JSON.parse(document.getElementById("explorer-vectors")?.textContent ?? "[]");
}
