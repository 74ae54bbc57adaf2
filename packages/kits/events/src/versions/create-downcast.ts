import { SlicewayError } from "@sliceway/errors";
import { happeningOf, versionsByHappening } from "@sliceway/protocol";
import { createDataCheck } from "../contract/data-check.ts";
import type { SchemasOf } from "../contract/schemas-of.ts";
import { errors } from "../errors.ts";
import type { Cast } from "./cast.ts";

/** How a slice that publishes an event in several versions makes the older ones: each from the next newer. */
export type Downcasts<Events> = { [From in keyof Events]?: Cast<Events, From> };

/** One version of what happened. */
export interface EventVersion {
  type: string;
  data: unknown;
}

/**
 * Gives what happened in every version of the contract, the newest first, from its newest version. Throws
 * SlicewayError: `EVENT_UNKNOWN`, `EVENT_OUTDATED`, and EventDataError.
 */
export type Downcast = (newest: EventVersion) => EventVersion[];

/** Throws SlicewayError `DOWNCAST_WRONG` unless the downcasts lead through all versions. */
export function createDowncast<Events>(schemas: SchemasOf<Events>, downcasts: Downcasts<Events>): Downcast {
  const types = Object.keys(schemas) as (keyof Events & string)[];
  const versions = versionsByHappening(types);
  for (const ladder of versions.values()) checkLadder(ladder as typeof types, downcasts);

  const castDown: Downcast = ({ type, data }) => steps.get(type)?.(data) ?? [];
  const steps = new Map<string, (data: unknown) => EventVersion[]>();
  for (const type of types) steps.set(type, createStep(type, schemas[type], downcasts[type], castDown));
  return (newest) => {
    checkNewest(newest.type, versions.get(happeningOf(newest.type)) ?? []);
    return castDown(newest);
  };
}

function createStep<Events, Type extends keyof Events & string>(
  type: Type,
  schema: SchemasOf<Events>[Type],
  downcast: Cast<Events, Type> | undefined,
  castDown: Downcast,
) {
  const check = createDataCheck<Events[Type]>(schema);
  return (given: unknown): EventVersion[] => {
    const data = check(given);
    const older = downcast ? castDown({ type: String(downcast.to), data: downcast.change(data) }) : [];
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
    throw new SlicewayError(errors.EVENT_UNKNOWN(`There is no ${type} in this slice's contract.`));
  if (newest !== type)
    throw new SlicewayError(
      errors.EVENT_OUTDATED(`${type} was published, but its newest version is ${newest}.`, { newest }),
    );
}

function downcastWrong(type: string, next: string | undefined): SlicewayError {
  const message = next
    ? `The contract has ${type} and ${next}, but there is no downcast from the one to the other.`
    : `There is a downcast from ${type}, but the contract has no older version of it.`;
  return new SlicewayError(errors.DOWNCAST_WRONG(message));
}
