import type { QueryExecutorProvider } from "kysely";
import type { CloudEvent } from "./envelope.ts";

/** The way events travel between slices. */
export interface Transport {
  /** Opens the writer of a source. The caller holds the source's relay lock: there is one writer at a time. */
  openPublisher(source: string): Promise<Publisher>;
  /** Opens a reader. The caller holds the consumer's lock: there is one reader at a time. */
  openSubscription(options: SubscriptionOptions): Promise<Subscription>;
}

export interface SubscriptionOptions {
  /** Name of the consumer; its progress is kept under it. */
  consumer: string;
  /** Event types that are delivered. */
  types: string[];
  /** The consumer's own database. */
  db: QueryExecutorProvider;
  /** Throws if somebody else leads the consumer by now; keeps the leadership until the transaction ends. */
  hold: (tx: QueryExecutorProvider) => Promise<void>;
}

export interface Publisher extends AsyncDisposable {
  /** Resolves when all events are durable, in the order given. An event may be published again: its id stays. */
  publish(events: CloudEvent[]): Promise<void>;
}

export interface Subscription extends AsyncDisposable {
  /**
   * The next deliveries, each source's in the order of its events, at least once each. Waits for some, up to about
   * a second; an empty answer means that there were none. To ask again is to say that all earlier ones are settled.
   * Rejects when the connection is lost.
   */
  next(signal: AbortSignal): Promise<Delivery[]>;
  /** How far the consumer is behind, for metrics; where the transport knows cheaply. May run beside `next`. */
  lag?(): Promise<Lag[]>;
}

/** How far a consumer is behind a source. */
export interface Lag {
  /** The slice that the events are from; `*` where the transport does not know them apart. */
  source: string;
  /** Events that were not settled yet; a transport may stop counting at 100,000. */
  events: number;
  /** How long the oldest of them has been there; null if there is none, or the transport does not know. */
  oldestAgeSeconds: number | null;
}

export interface Delivery {
  event: CloudEvent;
  /** Writes the progress into the transaction of the effect. */
  record(tx: QueryExecutorProvider): Promise<void>;
  /** Says so to the transport, after the commit. */
  acknowledge(): Promise<void>;
}
