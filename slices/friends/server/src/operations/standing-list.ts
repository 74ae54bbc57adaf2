import { encodeCursor } from "@sliceway/subgraph-kit";
import { z } from "zod";
import type { StandingKey } from "../db/standings.ts";

/** Where a page of standings begins; the lists are newest first. */
export const standingKey: z.ZodType<StandingKey> = z
  .tuple([z.iso.datetime().transform((since) => new Date(since)), z.uuid()])
  .transform(([since, otherId]) => ({ since, otherId }));

export function standingCursor({ since, otherId }: StandingKey): string {
  return encodeCursor([since, otherId]);
}
