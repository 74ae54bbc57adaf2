import { z } from "zod";

/** A timeline is listed by time, and by id where times are equal. */
export const timelineKeySchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Publication time (ISO 8601, UTC) and id of a post. */
export type TimelineKey = z.infer<typeof timelineKeySchema>;
