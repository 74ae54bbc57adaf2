import { z } from "zod";

export const COUNTED = "telling.Counted.v1";

/** What a process of the bench is told in its first argument, as JSON. */
export const settingsSchema = z.object({
  /** Of the slice that listens. */
  databaseUrl: z.string(),
  eventsUrl: z.string(),
  /** With RabbitMQ. */
  amqpUrl: z.string().optional(),
  /** Where the peer keeps its queue. */
  queueUrl: z.string().optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
