import type { z } from "zod";
import { decodeCursor } from "./cursor.ts";

const LARGEST_PAGE = 100;
const USUAL_PAGE = 20;

/** The arguments of a connection field. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** Which part of a list is asked for. */
export interface Page<Key> {
  /** 1 to 100. */
  first: number;
  /** The place in the list's order after which the page begins; null for its beginning. */
  after: Key | null;
}

/** Parses a connection's arguments. Throws a GraphQLError (`BAD_CURSOR`) if `after` is not a cursor of this list. */
export function readPage<Key>({ first, after }: PageArgs, keySchema: z.ZodType<Key>): Page<Key> {
  return { first: clampFirst(first), after: after ? decodeCursor(after, keySchema) : null };
}

function clampFirst(first: number | null | undefined): number {
  return Math.min(Math.max(Math.trunc(first ?? USUAL_PAGE), 1), LARGEST_PAGE);
}
