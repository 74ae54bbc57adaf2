/** The channel on which readers are notified of new events; the payload is their source. */
export const LOG_CHANNEL = "sliceway_log";
