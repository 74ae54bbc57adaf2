/** The channel on which readers hear of new events; the payload is their source. */
export const LOG_CHANNEL = "sliceway_log";
