import { jsonScript } from "../page/markup.ts";

export type BundleState = "ready" | "building" | "failed";

export interface ExplorerVector {
  id: string;
  live: boolean;
  /** Name of the preview that leads to the vector; null for others. */
  preview: string | null;
  /** Slice to release id. */
  releases: Record<string, string>;
}

export function explorerPage(vectors: ExplorerVector[]): string {
  return page(
    `<link rel="stylesheet" href="/explorer/assets/main.css">${jsonScript("explorer-vectors", JSON.stringify(vectors))}`,
    '<div id="root"></div><script type="module" src="/explorer/assets/main.js"></script>',
  );
}

/** Shown until there is a bundle; looks again by itself. */
export function waitingPage(state: Exclude<BundleState, "ready">): string {
  if (state === "failed")
    return page("", "<p>The explorer could not be bundled; the gateway's log says why.</p>");
  return page(
    '<meta http-equiv="refresh" content="1">',
    "<p>The explorer is being bundled. This takes a few seconds, once.</p>",
  );
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Explorer</title>
${head}</head><body>${body}</body></html>\n`;
}
