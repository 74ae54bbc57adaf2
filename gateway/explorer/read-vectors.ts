export interface ExplorerVector {
  id: string;
  live: boolean;
  /** Name of the preview that it is; null for others. */
  preview: string | null;
  /** Slice to release id. */
  releases: Record<string, string>;
}

/** The vectors that this gateway serves now; the live one first. */
export function readVectors(): ExplorerVector[] {
  return JSON.parse(document.getElementById("explorer-vectors")?.textContent ?? "[]");
}
