import { z } from "zod";

/** The slice that publishes, and the one that consumes. */
export const PUBLISHING = "publishing";
export const CONSUMING = "consuming";

export const COUNTED = `${PUBLISHING}.Counted.v1` as const;

/** What a process of the bench is given in its first argument, as JSON. */
export const settingsSchema = z.object({
  /** Of the slice that consumes. */
  databaseUrl: z.string(),
  eventsUrl: z.string(),
  /** With RabbitMQ. */
  amqpUrl: z.string().optional(),
  /** Where the peer keeps its queue. */
  queueUrl: z.string().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
