import type { RequestHandler } from "express";
import type { Pins } from "./pins.ts";
import type { ReadyVectors } from "./ready-vectors.ts";

/** `POST /pin?vector=`: a visible page says each minute that it still holds on to its vector. */
export function createPinHandler(vectors: ReadyVectors, pins: Pins): RequestHandler {
  return (request, response) => {
    const { vector } = request.query;
    if (typeof vector === "string" && vectors.find(vector)) pins.touch(vector);
    response.status(204).set("cache-control", "no-store").end();
  };
}
