import type { PageBoot, PageData, VectorSlice } from "@sliceway/protocol";
import { assetPath, type ReadyVector, type SliceRoute } from "../routing/ready-vector.ts";
import { escapeHtml, jsonScript, tag } from "./markup.ts";
import { pageWords } from "./page-words.ts";
import { listPreloads } from "./preloads.ts";
import { skeleton, skeletonStyle } from "./skeleton.ts";
import { WATCH_SHELL } from "./watch-shell.ts";

export interface PageOptions {
  ready: ReadyVector;
  /** Undefined where no slice has such a page: the shell says so. */
  route: SliceRoute | undefined;
  /** Best first. */
  languages: [string, ...string[]];
  viewer: PageBoot["viewer"];
  preview: PageBoot["preview"];
  nonce: string;
}

/**
 * The page up to where its data comes: sent at once, so that the browser paints and loads scripts while the
 * route's operation runs. The shell's script is async and stands after the root: it waits for neither.
 */
export function openPage(options: PageOptions): string {
  const { ready, route, languages, viewer, preview, nonce } = options;
  const shell = ready.vector.slices.find(({ role }) => role === "shell");
  const { title, productName, description } = pageWords(ready, route, languages);
  return [
    `<!doctype html>${tag("html", { lang: languages[0] })}<head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    description ? tag("meta", { name: "description", content: description }) : "",
    // Libraries that add styles of their own look for the nonce here.
    tag("meta", { property: "csp-nonce", nonce }),
    tag("link", { rel: "icon", href: ICON }),
    skeletonStyle(nonce),
    ...(shell ? shellFiles(ready, shell, nonce) : []),
    ...routeFiles(options),
    jsonScript("sliceway-boot", bootJson(ready, { viewer, languages, preview })),
    `</head><body><div id="root">${skeleton(productName)}</div>`,
    `${tag("script", { nonce })}${WATCH_SHELL}</script>`,
    shell?.web ? script(ready, assetPath(shell.slice, shell.release, shell.web.entry), nonce) : "",
  ].join("\n");
}

/** The rest of the page: what the route's operation answered. */
export function closePage(data: PageData): string {
  return `\n${jsonScript("sliceway-data", JSON.stringify(data))}\n</body></html>\n`;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='9' fill='%235b5bd6'/%3E%3Cpath d='M9 11h14M9 16h9M9 21h14' stroke='white' stroke-width='3' stroke-linecap='round'/%3E%3C/svg%3E";

function shellFiles(ready: ReadyVector, { slice, release, web }: VectorSlice, nonce: string): string[] {
  if (!web) return [];
  const entry = { path: assetPath(slice, release, web.entry), as: "script" } as const;
  const styles = web.styles.map((path) => assetPath(slice, release, path));
  return [
    ...styles.map((href) => tag("link", { rel: "stylesheet", href, ...integrity(ready, href) })),
    preloadTag(ready, entry, nonce),
  ];
}

function routeFiles({ ready, route, nonce }: PageOptions): string[] {
  if (!route) return [];
  return listPreloads(ready, route).map((preload) => preloadTag(ready, preload, nonce));
}

function preloadTag(ready: ReadyVector, { path, as }: { path: string; as: string }, nonce: string): string {
  const scriptNonce = as === "script" ? nonce : undefined;
  return tag("link", { rel: "preload", as, href: path, nonce: scriptNonce, ...integrity(ready, path) });
}

function script(ready: ReadyVector, path: string, nonce: string): string {
  return `${tag("script", { src: path, async: true, nonce, ...integrity(ready, path) })}</script>`;
}

function integrity({ boot }: ReadyVector, path: string) {
  const known = boot.integrity[path];
  return { integrity: known, crossorigin: known ? "anonymous" : undefined };
}

const sharedJson = new WeakMap<ReadyVector, string>();

/** Nearly all of it is the same on every page of a vector, and written once. */
function bootJson(ready: ReadyVector, own: Pick<PageBoot, "viewer" | "languages" | "preview">): string {
  const shared = sharedJson.get(ready) ?? JSON.stringify(ready.boot);
  sharedJson.set(ready, shared);
  return `${shared.slice(0, -1)},${JSON.stringify(own).slice(1)}`;
}
