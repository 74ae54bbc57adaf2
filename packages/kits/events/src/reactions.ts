import { SlicewayError } from "@sliceway/errors";
import { happeningOf, parseEventType } from "@sliceway/protocol";
import type { Transaction } from "kysely";
import { createDataCheck } from "./contract/data-check.ts";
import type { SchemasOf } from "./contract/schemas-of.ts";
import type { CloudEvent } from "./envelope.ts";
import { errors } from "./errors.ts";
import type { Cast } from "./versions/cast.ts";

/** The effect of an event, written in the transaction that also records the event as seen. */
export type Reaction<DB, Data = unknown> = (tx: Transaction<DB>, event: CloudEvent<Data>) => Promise<void>;

/** Event type to its reaction. */
export type Reactions<DB> = Record<string, Reaction<DB>>;

/** What becomes of each event that a slice reads: a reaction, or an upcast to a newer version that has one. */
export type ReactionsTo<DB, Events> = {
  [Type in keyof Events]: Reaction<DB, Events[Type]> | Cast<Events, Type>;
};

/**
 * Reactions to the events that slice.json says are read, given just what it says is read of them. Data that does not
 * fit is an EventDataError, what an upcast gives too. Throws SlicewayError `UPCAST_WRONG`.
 */
export function createReactions<DB, Events>(
  schemas: SchemasOf<Events>,
  reactions: ReactionsTo<DB, Events>,
): Reactions<DB> {
  const types = Object.keys(schemas) as (keyof Events & string)[];
  const checked: Reactions<DB> = {};
  for (const type of types) checked[type] = createReaction(type, schemas[type], reactions[type], checked);
  return checked;
}

function createReaction<DB, Events, Type extends keyof Events & string>(
  type: Type,
  schema: SchemasOf<Events>[Type],
  reaction: ReactionsTo<DB, Events>[Type],
  others: Reactions<DB>,
): Reaction<DB> {
  const check = createDataCheck<Events[Type]>(schema);
  if (typeof reaction === "function")
    return (tx, event) => reaction(tx, { ...event, data: check(event.data) });
  const { to, change } = reaction;
  checkUpcast(type, String(to));
  return async (tx, event) =>
    others[String(to)]?.(tx, { ...event, type: String(to), data: change(check(event.data)) });
}

function checkUpcast(from: string, to: string): void {
  const isNewer =
    happeningOf(from) === happeningOf(to) && parseEventType(from).version < parseEventType(to).version;
  if (isNewer) return;
  throw new SlicewayError(
    errors.UPCAST_WRONG(`${from} is to become ${to}, which is no newer version of it.`, { from }),
  );
}
