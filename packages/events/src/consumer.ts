import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { createInlet } from "./inlet.ts";
import { keepRunning } from "./keep-running.ts";
import type { Reactions } from "./reactions.ts";
import type { Transport } from "./transport.ts";
import { takeTurn } from "./turn.ts";

export interface ConsumerOptions<DB> {
  /** Name under which progress is kept in the slice's database. */
  consumer: string;
  /** The slice's database, for a connection that holds the consumer's turn. */
  databaseUrl: string;
  /** The routing revision that made this release live. */
  liveSince: number;
  db: Kysely<DB>;
  transport: Transport;
  reactions: Reactions<DB>;
  log: Logger;
}

/**
 * Lets events have their effect: each once, an aggregate's in order. Progress, inbox and effect are one transaction.
 * Any number of processes may run the same consumer: one at a time has the turn, a newer release before an older. An
 * event that fails is parked and tried again with a growing pause; only its own aggregate waits.
 */
export function startConsumer<DB>(options: ConsumerOptions<DB>): AsyncDisposable {
  const { consumer, databaseUrl, liveSince, db, transport, reactions, log } = options;
  const work = async (signal: AbortSignal, underWay: () => void) => {
    await using turn = await takeTurn({ databaseUrl, name: `consumer ${consumer}`, liveSince }, signal);
    if (!turn) return;
    const inlet = createInlet({ ...options, turn });
    await using subscription = await transport.openSubscription({
      consumer,
      types: Object.keys(reactions),
      db,
    });
    while (!signal.aborted) {
      await inlet.retryParked();
      for (const delivery of await subscription.next(signal)) {
        await inlet.receive(delivery);
        await turn.renew();
      }
      await turn.renew();
      underWay();
    }
  };
  return keepRunning("event consumer", work, log);
}
