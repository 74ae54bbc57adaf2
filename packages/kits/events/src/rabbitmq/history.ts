import { LRUCache } from "lru-cache";
import type { Arrival } from "./messages.ts";

/** How many messages back a history is known to have been read; more than can be under way to a consumer. */
export const REMEMBERED = 10_000;

/** Where the history of a type is to be taken up: after a place, or at an event that comes after it. */
export interface StartingPoint {
  position: number;
  /** Id of that event. */
  missed: string | null;
}

export interface HistoryOptions {
  /** Types whose history the consumer has not had to the end. */
  added: ReadonlyMap<string, StartingPoint>;
  /** All types that it consumes. */
  types: ReadonlySet<string>;
  /** Id of the marker that was published when the bindings were made. */
  markerId: string;
}

/**
 * Decides what of a source's history a consumer gets, and when it has had enough of it.
 *
 * The queue leads: before a message of the queue is delivered, the history is read up to the same message, so both
 * are in one order. That alone would stop at a quiet queue, so a marker was published behind the bindings: it lies in
 * both. Behind it the history is read as it grows, all types of it, since the inbox knows what came twice.
 *
 * It ends with the second message that one publisher has brought into the queue behind the marker. The broker works
 * off a publisher's messages one after another, so it looked up the queues for the second one after the first had
 * come in, hence after the marker, hence with the bindings in place: what came before is in the history before it,
 * what comes later is in the queue. The marker would not do: a message may have looked up its queues before the
 * bindings were made and come into the history after the marker.
 */
export interface History {
  /** Takes note of the next message of the history; whether to deliver it. */
  read(arrival: Arrival): boolean;
  /** Added types that have come to their starting point. */
  started(): string[];
  /** Added types whose starting point is not in the history any more. */
  unfound(): string[];
  /** Whether the history was read as far as this message of the queue. */
  hasReached(arrival: Arrival): boolean;
  /** Takes note that a message of the queue is delivered. */
  pass(arrival: Arrival): void;
  /** The marker was passed in the queue: the history need not wait for the queue any more. */
  isLeading(): boolean;
  /** From here on everything is in the queue. */
  isEnded(): boolean;
}

export function createHistory({ added, types, markerId }: HistoryOptions): History {
  const seen = new LRUCache<string, true>({ max: 2 * REMEMBERED });
  let hasReadMarker = false;
  let hasPassedMarker = false;
  let lastPublisher: string | undefined;
  let end: string | undefined;
  const waiting = new Set([...added].filter(([, { missed }]) => missed !== null).map(([type]) => type));

  return {
    read({ id, copy, type, kind, offset = 0 }) {
      seen.set(id, true);
      seen.set(copy, true);
      if (id === markerId) hasReadMarker = true;
      if (kind === "marker" || !types.has(type)) return false;
      const start = added.get(type);
      if (!start) return hasReadMarker;
      if (start.missed === id) waiting.delete(type);
      return !waiting.has(type) && offset > start.position;
    },
    started: () => [...added.keys()].filter((type) => !waiting.has(type)),
    unfound: () => (hasReadMarker ? [...waiting] : []),
    hasReached({ id, kind }) {
      if (kind === "marker" && id !== markerId) return true;
      return id === "" || seen.has(id) || (hasReadMarker && !hasPassedMarker);
    },
    pass({ id, copy }) {
      if (id === markerId) hasPassedMarker = true;
      else if (hasPassedMarker && end === undefined) {
        const [publisher] = copy.split(":");
        if (publisher === lastPublisher) end = copy;
        lastPublisher = publisher;
      }
    },
    isLeading: () => hasPassedMarker,
    isEnded: () => end !== undefined && seen.has(end),
  };
}
