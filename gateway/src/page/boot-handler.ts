import { type ServedPage, VECTOR_HEADER, vectorIdSchema } from "@sliceway/protocol";
import type { Request, RequestHandler } from "express";
import { z } from "zod";
import { searchOf } from "../search-of.ts";
import { admitPage, type PageAdmissionParts } from "./admit-page.ts";
import { readReleases } from "./avoided-releases.ts";
import { type PageParts, type PagePlace, preparePage } from "./prepare-page.ts";

const questionSchema = z.object({
  /** Path and search of the page. */
  path: z.string().startsWith("/").max(4000),
  /** The vector that it is at. */
  from: vectorIdSchema,
  /** `slice@id` of releases whose code failed in it, joined by `.`. */
  avoid: z.string().max(2000).default(""),
});

/**
 * `GET /boot?path=&from=&avoid=`: where a page goes whose code failed, or whose vector is served no longer, and all
 * that it needs to go on there: a `ServedPage`. 204: it stays where it is, there is nothing better for it.
 */
export function createBootHandler(parts: PageParts & PageAdmissionParts): RequestHandler {
  return async (request, response) => {
    response.set("cache-control", "no-store");
    const question = readQuestion(request);
    if (!question) return void response.status(400).end();
    const { from, avoid, place } = question;
    const choice = await parts.choosePageVector(request, response);
    if (choice.kind === "refused") return void response.status(403).end();
    const { vector: usual, preview } = choice;
    const admitted = await admitPage(parts, { usual, from, avoid: preview ? [] : avoid });
    if (admitted === null) return void response.status(204).end();
    if (admitted.kind === "refused") return void response.status(503).set("retry-after", "1").end();
    using admission = admitted.admission;
    const { ready } = admission;
    if (ready.id === from) return void response.status(204).end();
    const { viewer, languages, data } = await preparePage(parts, { request, response }, admission, place);
    const served: ServedPage = { boot: { ...ready.boot, viewer, languages, preview }, data: await data };
    response.set(VECTOR_HEADER, ready.id).json(served);
  };
}

function readQuestion(request: Request): { from: string; avoid: string[]; place: PagePlace } | null {
  const search = Object.fromEntries(new URLSearchParams(searchOf(request)));
  const parsed = questionSchema.safeParse(search);
  const url = parsed.success && URL.parse(parsed.data.path, "http://page.invalid");
  if (!url) return null;
  const { from, avoid } = parsed.data;
  return { from, avoid: readReleases(avoid), place: { path: url.pathname, search: url.search } };
}
