import { SlicewayError } from "@sliceway/errors";
import { happeningOf, versionsByHappening } from "@sliceway/protocol";
import { createDataCheck } from "../contract/data-check.ts";
import type { SchemasOf } from "../contract/schemas-of.ts";
import type { Cast } from "./cast.ts";

/** How a slice that tells an event in several versions makes the older ones: each from the next newer. */
export type Downcasts<Events> = { [From in keyof Events]?: Cast<Events, From> };

/** One version of what happened. */
export interface Telling {
  type: string;
  data: unknown;
}

/**
 * Gives what happened in every version of the contract, the newest first, from its newest version. Throws
 * SlicewayError: `EVENT_UNKNOWN`, `EVENT_OUTDATED`, and EventDataError.
 */
export type Tell = (newest: Telling) => Telling[];

/** Throws SlicewayError `DOWNCAST_WRONG` unless the downcasts lead through all versions. */
export function createTell<Events>(schemas: SchemasOf<Events>, downcasts: Downcasts<Events>): Tell {
  const types = Object.keys(schemas) as (keyof Events & string)[];
  const versions = versionsByHappening(types);
  for (const ladder of versions.values()) checkLadder(ladder as typeof types, downcasts);

  const tell: Tell = ({ type, data }) => steps.get(type)?.(data) ?? [];
  const steps = new Map<string, (data: unknown) => Telling[]>();
  for (const type of types) steps.set(type, createStep(type, schemas[type], downcasts[type], tell));
  return (telling) => {
    checkNewest(telling.type, versions.get(happeningOf(telling.type)) ?? []);
    return tell(telling);
  };
}

function createStep<Events, Type extends keyof Events & string>(
  type: Type,
  schema: SchemasOf<Events>[Type],
  downcast: Cast<Events, Type> | undefined,
  tell: Tell,
) {
  const check = createDataCheck<Events[Type]>(schema, "Correct what is told, or the event's contract.");
  return (given: unknown): Telling[] => {
    const data = check(given);
    const older = downcast ? tell({ type: String(downcast.to), data: downcast.change(data) }) : [];
    return [{ type, data }, ...older];
  };
}

/** `ladder` are the versions of one happening, newest first. */
function checkLadder<Events>(ladder: (keyof Events & string)[], downcasts: Downcasts<Events>): void {
  for (const [index, type] of ladder.entries()) {
    const next = ladder[index + 1];
    if (downcasts[type]?.to !== next) throw downcastWrong(type, next);
  }
}

function checkNewest(type: string, [newest]: string[]): void {
  if (newest === undefined)
    throw new SlicewayError(
      "EVENT_UNKNOWN",
      `There is no ${type} in this slice's contract.`,
      "Write its schema into contract/events/, and give the slice's definition what is generated from it.",
    );
  if (newest !== type)
    throw new SlicewayError(
      "EVENT_OUTDATED",
      `${type} was told, but its newest version is ${newest}.`,
      `Tell ${newest}; the older versions are made from it.`,
    );
}

function downcastWrong(type: string, next: string | undefined): SlicewayError {
  const message = next
    ? `The contract has ${type} and ${next}, but there is no downcast from the one to the other.`
    : `There is a downcast from ${type}, but the contract has no older version of it.`;
  const fix = next
    ? `Give the slice's definition that downcast; or, if nobody reads ${next} any more, move its schema to contract/events/retired/.`
    : "Take the downcast away.";
  return new SlicewayError("DOWNCAST_WRONG", message, fix);
}
