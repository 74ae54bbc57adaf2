/**
 * RabbitMQ writes the name of a new quorum queue to disk up to a second later. If it is killed before, that queue is
 * unusable for good, with all that it has confirmed. So nobody relies on a queue that is not as old as this.
 */
export const NAME_WRITTEN_MS = 1_500;

/** How long it may take to make queues, and to delete unusable ones. */
export const MAKE_MS = 30_000;
