/** The exchange that all events go to, under their type as routing key. */
export const EXCHANGE = "sliceway.events";

/** What a consumer has still to read. */
export const queueOf = (consumer: string) => `sliceway.${consumer}`;

/** Messages to a consumer that were no events, each with its reason. */
export const invalidQueueOf = (consumer: string) => `sliceway.${consumer}.invalid`;

/** All that a source ever published: a stream, for those who subscribe later. */
export const historyOf = (source: string) => `sliceway.history.${source}`;

/** The routing key of a marker: it reaches the source's history and this consumer's queue, and nobody else. */
export const markerKeyOf = (source: string, consumer: string) => `${source}.history-marker.${consumer}`;
