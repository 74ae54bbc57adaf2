import type { QueryExecutorProvider } from "kysely";
import { recordComplete, type Subscriber } from "../subscribed-types.ts";
import type { OpenHistory } from "./open-histories.ts";

/** Lets go of the histories that have ended. All that was delivered from them must be settled. */
export async function finishHistories(
  histories: Map<string, OpenHistory>,
  db: QueryExecutorProvider,
  subscriber: Subscriber,
): Promise<void> {
  for (const [source, { added, history, inflow }] of histories) {
    if (!history.isEnded()) continue;
    await recordComplete(db, subscriber, added);
    await inflow[Symbol.asyncDispose]();
    histories.delete(source);
  }
}
