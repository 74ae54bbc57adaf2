import type { QueryExecutorProvider } from "kysely";
import { recordComplete, recordMissedGone, type Subscriber } from "../subscribed-types.ts";
import { historyCut } from "./broker-failures.ts";
import type { OpenHistory } from "./open-histories.ts";

/**
 * Lets go of the histories that have ended. All that was delivered from them must be settled. Throws `HISTORY_CUT` if
 * one does not go back as far as it is needed: it is read from its beginning the next time.
 */
export async function finishHistories(
  histories: Map<string, OpenHistory>,
  db: QueryExecutorProvider,
  subscriber: Subscriber,
): Promise<void> {
  for (const [source, { added, history, inflow }] of histories) {
    const unfound = history.unfound();
    if (unfound.length > 0) {
      await recordMissedGone(db, subscriber, unfound);
      throw historyCut(subscriber.consumer, unfound);
    }
    if (!history.isEnded()) continue;
    await recordComplete(db, subscriber, added);
    await inflow[Symbol.asyncDispose]();
    histories.delete(source);
  }
}
