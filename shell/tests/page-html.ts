import type { PageBoot, PageData } from "@sliceway/protocol";
import { type BuiltSite, RELEASE, VECTOR } from "./build-site.ts";

export interface PageOptions {
  language: string;
  viewer: PageBoot["viewer"];
}

/** What a page needs to know of a vector. */
export function pageBoot(site: BuiltSite, vector: string, { language, viewer }: PageOptions): PageBoot {
  const slices = site.slices[vector] ?? [];
  const integrity = integrityOf(slices);
  return {
    vector,
    slices,
    fragments: site.fragments,
    integrity,
    viewer,
    languages: [language],
    preview: null,
  };
}

/** Head and skeleton, as a gateway sends them at once. */
export function pageHead(site: BuiltSite, { nonce, ...options }: PageOptions & { nonce: string }): string {
  const boot = pageBoot(site, VECTOR, options);
  const at = (file: string) => `/s/shell/${RELEASE}/${file}`;
  const check = (file: string) => `integrity="${boot.integrity[at(file)]}" crossorigin="anonymous"`;
  return `<!doctype html>
<html lang="${options.language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sliceway</title>
<meta property="csp-nonce" nonce="${nonce}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${at("main.css")}" ${check("main.css")}>
${preloads(boot.integrity, nonce)}
${inert("sliceway-boot", boot)}
</head>
<body><div id="root"><p>The first paint</p></div>
<script nonce="${nonce}" src="${at("main.js")}" ${check("main.js")} async></script>
`;
}

/** What follows when the route's operation has answered. */
export function pageTail(data: PageData): string {
  return `${inert("sliceway-data", data)}</body></html>`;
}

function integrityOf(slices: PageBoot["slices"]): Record<string, string> {
  const files = slices.flatMap(({ slice, release, web }) =>
    Object.entries(web?.integrity ?? {}).map(([name, hash]) => [`/s/${slice}/${release}/${name}`, hash]),
  );
  return Object.fromEntries(files);
}

/** A gateway preloads only what the route needs; this one, all of the remotes. */
function preloads(integrity: Record<string, string>, nonce: string): string {
  const files = Object.entries(integrity).filter(([path]) => !path.startsWith("/s/shell/"));
  return files.map(([path, hash]) => preload(path, `integrity="${hash}" nonce="${nonce}"`)).join("\n");
}

function preload(path: string, checks: string): string {
  const kind = path.endsWith(".css") ? "style" : "script";
  return `<link rel="preload" as="${kind}" href="${path}" ${checks} crossorigin="anonymous">`;
}

function inert(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`;
}
