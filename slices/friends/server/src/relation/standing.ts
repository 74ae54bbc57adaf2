import type { Pair } from "./pair.ts";
import type { Relation } from "./relation.ts";

/** How one person stands to another, seen from their side. */
export type StandingState =
  | "REQUESTED_BY_VIEWER"
  | "REQUESTED_BY_THEM"
  | "FRIENDS"
  | "BLOCKED_BY_VIEWER"
  | "BLOCKED_BY_THEM";

export interface Standing {
  personId: string;
  otherId: string;
  state: StandingState;
  since: Date;
}

/** Both sides of a relation; strangers have none. */
export function standingsOf([a, b]: Pair, relation: Relation): Standing[] {
  return [sideOf(a, b, relation), sideOf(b, a, relation)].filter((side) => side !== null);
}

function sideOf(personId: string, otherId: string, { bond, blocks }: Relation): Standing | null {
  const side = (state: StandingState, since: Date) => ({ personId, otherId, state, since });
  const blocking = blocks.get(personId);
  if (blocking) return side("BLOCKED_BY_VIEWER", blocking);
  const blocked = blocks.get(otherId);
  if (blocked) return side("BLOCKED_BY_THEM", blocked);
  switch (bond.kind) {
    case "none":
      return null;
    case "friends":
      return side("FRIENDS", bond.since);
    case "requested":
      return side(bond.by === personId ? "REQUESTED_BY_VIEWER" : "REQUESTED_BY_THEM", bond.since);
    default:
      return bond satisfies never;
  }
}
