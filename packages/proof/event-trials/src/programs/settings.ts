import { z } from "zod";

const schema = z.object({
  /** The slice that publishes. */
  source: z.string(),
  /** Name under which the slice that consumes reads it. */
  consumer: z.string(),
  /** Database of the slice that this process belongs to. */
  databaseUrl: z.string(),
  /** The log, where events travel through PostgreSQL. */
  eventsUrl: z.string().optional(),
  /** The broker, where they travel through RabbitMQ. */
  amqpUrl: z.string().optional(),
  /** For a writer: changes a second, at fixed moments; one after another with rests between them if not given. */
  perSecond: z.number().optional(),
});

/** What the processes of a trial are given. */
export type Settings = z.infer<typeof schema>;

export const parseSettings = (json: string): Settings => schema.parse(JSON.parse(json));
