import { z } from "zod";

/** A CloudEvents 1.0 event in its JSON form. */
export interface CloudEvent<Data = unknown> {
  specversion: "1.0";
  /** UUID. The same event keeps its id however often it is delivered. */
  id: string;
  /** Name of the slice that published it. */
  source: string;
  /** `posts.PostPublished.v1`: slice, past tense, version. */
  type: string;
  /** Id of the aggregate. Events of one source and subject are delivered in the order they happened. */
  subject: string;
  /** When it happened, ISO 8601, UTC. */
  time: string;
  datacontenttype: "application/json";
  /** Of what is published in several versions: the id of the event in the newest. */
  sameas?: string;
  data: Data;
}

/** Reads an event from the wire. */
export const cloudEventSchema = z.object({
  specversion: z.literal("1.0"),
  id: z.uuid(),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal("application/json"),
  sameas: z.uuid().optional(),
  data: z.unknown(),
}) satisfies z.ZodType<CloudEvent>;

/** What an inbox knows an event by: the same for all versions in which one happening is published. */
export function receiptOf({ id, sameas }: Pick<CloudEvent, "id" | "sameas">): string {
  return sameas ?? id;
}

/** The slice that publishes events of a type: `posts` of `posts.PostPublished.v1`. */
export function sourceOfType(type: string): string {
  const [source] = type.split(".");
  if (!source) throw new TypeError(`"${type}" is not an event type; write it like posts.PostPublished.v1`);
  return source;
}
