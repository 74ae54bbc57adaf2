import type { Response } from "express";

/** Before the first deployment, or while its generation is being built: a page that looks again by itself. */
export function sendNothingLive(response: Response): void {
  response.status(503).set({ "retry-after": "2", "cache-control": "no-store" }).type("html");
  response.send(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sliceway</title></head>' +
      "<body><p>Nothing is deployed yet. This page looks again every two seconds.</p></body></html>\n",
  );
}
