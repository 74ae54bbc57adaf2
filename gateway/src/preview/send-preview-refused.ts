import type { Response } from "express";
import { escapeHtml } from "../page/markup.ts";

/** Whoever follows an old link should learn why it shows nothing, and how to go on. */
export function sendPreviewRefused(response: Response, why: string): void {
  response.status(403).set("cache-control", "no-store").type("html");
  response.send(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"><title>No preview</title></head>' +
      `<body><h1>No preview</h1><p>${escapeHtml(why)}</p>` +
      "<p>Ask for a new link: <code>sliceway preview &lt;name&gt;</code>. " +
      'Or <a href="?preview=off">go on without the preview</a>.</p></body></html>\n',
  );
}
