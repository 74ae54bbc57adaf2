/** feeds publishes nothing: it only keeps what others tell. */
export type FeedsEvents = Record<never, never>;
