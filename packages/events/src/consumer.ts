import type { Logger } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { connect } from "./connect.ts";
import { createInlet } from "./inlet.ts";
import { keepRunning } from "./keep-running.ts";
import type { Reactions } from "./reactions.ts";
import { takeSessionLock } from "./session-lock.ts";
import type { Transport } from "./transport.ts";

export interface ConsumerOptions<DB> {
  /** Name under which progress is kept in the slice's database. */
  consumer: string;
  /** The slice's database, for a connection that holds the consumer's lock. */
  databaseUrl: string;
  db: Kysely<DB>;
  transport: Transport;
  reactions: Reactions<DB>;
  log: Logger;
}

/**
 * Lets events have their effect: each once, an aggregate's in order. Progress, inbox and effect are one transaction.
 * Any number of processes may run the same consumer; a lock lets a single one read. An event that fails is parked
 * and tried again with a growing pause; only its own aggregate waits.
 */
export function startConsumer<DB>(options: ConsumerOptions<DB>): AsyncDisposable {
  const { consumer, databaseUrl, db, transport, reactions, log } = options;
  const inlet = createInlet(options);
  const work = async (signal: AbortSignal, underWay: () => void) => {
    await using lock = await connect(databaseUrl, `sliceway consumer ${consumer}`);
    if (!(await takeSessionLock(lock, `sliceway consumer ${consumer}`, signal))) return;
    await using subscription = await transport.openSubscription({
      consumer,
      types: Object.keys(reactions),
      db,
    });
    while (!signal.aborted) {
      await inlet.retryParked();
      for (const delivery of await subscription.next(signal)) await inlet.receive(delivery);
      await lock.query("select");
      underWay();
    }
  };
  return keepRunning("event consumer", work, log);
}
