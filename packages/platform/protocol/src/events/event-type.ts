import { z } from "zod";

/** `posts.PostPublished.v1`: slice, what happened, version. */
export const eventTypeSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\.[A-Z]\w*\.v[1-9]\d*$/, 'an event type is written like "posts.PostPublished.v1"');

export interface EventType {
  /** The slice that publishes it. */
  source: string;
  /** `PostPublished` */
  name: string;
  version: number;
}

/** Throws a TypeError on what is no event type. */
export function parseEventType(type: string): EventType {
  const [source, name, version] = type.split(".");
  if (!source || !name || !version || !eventTypeSchema.safeParse(type).success)
    throw new TypeError(`"${type}" is not an event type; write it like posts.PostPublished.v1`);
  return { source, name, version: Number(version.slice(1)) };
}

/** What happened, in whatever version it is published: `posts.PostPublished`. */
export function happeningOf(type: string): string {
  return type.slice(0, type.lastIndexOf("."));
}

/** The versions in which each happening is published, newest first; by happening. */
export function versionsByHappening(types: Iterable<string>): Map<string, string[]> {
  const newestFirst = [...types].sort((a, b) => parseEventType(b).version - parseEventType(a).version);
  return Map.groupBy(newestFirst, happeningOf);
}
