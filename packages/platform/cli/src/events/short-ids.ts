import { SlicewayError } from "@sliceway/errors";
import { errors } from "./events-errors.ts";

const SHORTEST = 8;

/** The first 8 characters of an id; more of them where others begin alike. */
export function shortenId(id: string, all: readonly string[]): string {
  const others = all.filter((other) => other !== id);
  for (let length = SHORTEST; length < id.length; length++) {
    const short = id.slice(0, length);
    if (!others.some((other) => other.startsWith(short))) return short;
  }
  return id;
}

/** The id that begins like this. Throws SlicewayError `DEAD_LETTER_UNKNOWN` or `DEAD_LETTER_AMBIGUOUS`. */
export function findId(beginning: string, all: readonly string[], slice: string): string {
  const fitting = all.filter((id) => id.startsWith(beginning.toLowerCase()));
  const [id] = fitting;
  if (id !== undefined && fitting.length === 1) return id;
  if (id === undefined) throw unknownLetter(beginning, slice);
  throw new SlicewayError(
    errors.DEAD_LETTER_AMBIGUOUS(`${fitting.length} dead letters of ${slice} begin with ${beginning}.`, {
      ids: fitting.slice(0, 5).join(", "),
    }),
  );
}

function unknownLetter(beginning: string, slice: string): SlicewayError {
  return new SlicewayError(
    errors.DEAD_LETTER_UNKNOWN(`${slice} has no dead letter ${beginning}.`, { slice }),
  );
}
