import type { EventsStatus } from "../events/read-events-status.ts";
import type { Colors } from "../io.ts";
import type { Status } from "../platform/status.ts";

/** All that is shown of a platform. */
export interface WholeStatus extends Status {
  /** Of each live slice with a server; empty where that could not be read. */
  events: EventsStatus[];
  /** Slice to the number of its dead letters; only those that have some. */
  deadLetters: Record<string, number>;
}

/** How it is shown. */
export interface View {
  colors: Colors;
  /** Columns of the terminal; infinite where lines may be as long as they like. */
  width: number;
  /** Milliseconds, as of `Date.now()`. */
  now: number;
}
