import { z } from "zod";

/** Entries are listed by time, and by id where times are equal. */
export const pageKeySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Creation time (ISO 8601, UTC) and id. */
export type PageKey = z.infer<typeof pageKeySchema>;
