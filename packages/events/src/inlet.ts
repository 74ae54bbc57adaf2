import type { Logger } from "@sliceway/service-kit";
import type { Kysely, Transaction } from "kysely";
import { backoffMs } from "./backoff.ts";
import type { CloudEvent } from "./envelope.ts";
import { recordReceived } from "./inbox.ts";
import { hasParked, listDue, parkBehind, parkFailed, unpark } from "./parked.ts";
import type { Reactions } from "./reactions.ts";
import type { Delivery } from "./transport.ts";
import type { Turn } from "./turn.ts";

const LONGEST_RETRY_MS = 60_000;

export interface InletOptions<DB> {
  consumer: string;
  db: Kysely<DB>;
  reactions: Reactions<DB>;
  turn: Pick<Turn, "hold">;
  log: Logger;
}

/** Where events have their effect in a slice. Its calls reject if the database cannot be written, or the turn is over. */
export interface Inlet {
  /** Settles a delivery: afterwards the event has had its effect or is parked. */
  receive(delivery: Delivery): Promise<void>;
  /** Tries the parked events whose time has come. */
  retryParked(): Promise<void>;
}

export function createInlet<DB>({ consumer, db, reactions, turn, log }: InletOptions<DB>): Inlet {
  const inTransaction = (work: (tx: Transaction<DB>) => Promise<void>) =>
    db.transaction().execute(async (tx) => {
      await turn.hold(tx);
      await work(tx);
    });

  const applyOnce = async (tx: Transaction<DB>, event: CloudEvent) => {
    if (await recordReceived(tx, consumer, event.id)) await reactions[event.type]?.(tx, event);
  };

  const setAside = async (tx: Transaction<DB>, event: CloudEvent, attempts: number, error: unknown) => {
    const retryInMs = backoffMs(attempts, LONGEST_RETRY_MS);
    log.error({ err: error, type: event.type, id: event.id, attempts, retryInMs }, "an event failed; parked");
    await parkFailed(tx, consumer, event, { attempts, reason: String(error), retryInMs });
  };

  const retry = ({ event, attempts }: { event: CloudEvent; attempts: number }) =>
    inTransaction(async (tx) => {
      await unpark(tx, consumer, event.id);
      await applyOnce(tx, event);
    }).catch((error) => inTransaction((tx) => setAside(tx, event, attempts + 1, error)));

  return {
    async receive(delivery) {
      const { event } = delivery;
      await inTransaction(async (tx) => {
        await delivery.record(tx);
        if (await hasParked(tx, consumer, event)) await parkBehind(tx, consumer, event);
        else await applyOnce(tx, event);
      }).catch((error) =>
        inTransaction(async (tx) => {
          await delivery.record(tx);
          await setAside(tx, event, 1, error);
        }),
      );
      await delivery.acknowledge();
    },

    async retryParked() {
      // A success makes the next of its aggregate due; a failure is due later. So this ends.
      for (let due = await listDue(db, consumer); due.length > 0; due = await listDue(db, consumer)) {
        for (const parked of due) await retry(parked);
      }
    },
  };
}
