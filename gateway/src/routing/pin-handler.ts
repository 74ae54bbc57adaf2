import type { RequestHandler } from "express";
import type { OpenPages } from "./open-pages.ts";
import type { Pins } from "./pins.ts";
import type { ReadyVectors } from "./ready-vectors.ts";

const PAGE = /^[\w-]{1,40}$/;

interface Parts {
  vectors: Pick<ReadyVectors, "find">;
  pins: Pins;
  pages: OpenPages;
}

/**
 * `POST /pin?vector=&page=`: a visible page says each minute that it still holds on to its vector. `page` is a name
 * that it made up; without it the page is not counted.
 */
export function createPinHandler({ vectors, pins, pages }: Parts): RequestHandler {
  return (request, response) => {
    const { vector, page } = request.query;
    if (typeof vector === "string" && vectors.find(vector)) {
      pins.touch(vector);
      if (typeof page === "string" && PAGE.test(page)) pages.note(page, vector);
    }
    response.status(204).set("cache-control", "no-store").end();
  };
}
