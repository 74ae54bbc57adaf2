import { z } from "zod";

/** Posts and comments are listed by time, and by id where times are equal. */
export const pageKeySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Creation time (ISO 8601, UTC) and id. */
export type PageKey = z.infer<typeof pageKeySchema>;

export function pageKeyOf({ createdAt, id }: { createdAt: Date; id: string }): PageKey {
  return [createdAt.toISOString(), id];
}
