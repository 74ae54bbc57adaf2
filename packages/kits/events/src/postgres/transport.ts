import type { Transport } from "../transport.ts";
import { openPublisher } from "./publisher.ts";
import { openSubscription } from "./subscription.ts";

/** Events travel through the log of the database at `url`, which `prepareEventsDatabase` has made. */
export function createPostgresTransport({ url }: { url: string }): Transport {
  return {
    openPublisher: (source) => openPublisher(url, source),
    openSubscription: (options) => openSubscription(url, options),
  };
}
