import { z } from "zod";

const address = z.object({ databaseUrl: z.string(), eventsUrl: z.string(), amqpUrl: z.string().optional() });

/** What an instance is started with. */
export const settingsSchema = z.object({
  /** The slice that it relays for. */
  relay: address.optional(),
  /** The slice that it consumes for. */
  consumer: address.optional(),
  /** Where it waits for the word to go on, at the `nth` time that it comes there. */
  pauseAt: z
    .object({
      place: z.enum([
        "in a transaction",
        "between two events",
        "before it publishes",
        "after it has published",
      ]),
      nth: z.number(),
    })
    .optional(),
});

/** What it is sent: since which routing revision its release is live, or to go on from where it pauses. */
export const orderSchema = z.union([
  z.object({ live: z.number().nullable() }),
  z.object({ go: z.literal(true) }),
]);

/** What it sends: it pauses, or its work was interrupted. */
export const newsSchema = z.enum(["paused", "interrupted"]);

export type Settings = z.infer<typeof settingsSchema>;
export type Order = z.infer<typeof orderSchema>;
export type News = z.infer<typeof newsSchema>;
