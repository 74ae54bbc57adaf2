import type { RelationEvent } from "./event.ts";

/** What ties two people. */
export type Bond =
  | { kind: "none" }
  | { kind: "requested"; by: string; since: Date }
  | { kind: "friends"; since: Date };

/** How two people stand, derived from all that happened between them. */
export interface Relation {
  bond: Bond;
  /** Who blocks the other, since when. Both may. */
  blocks: ReadonlyMap<string, Date>;
}

export const strangers: Relation = { bond: { kind: "none" }, blocks: new Map() };

export function relationAfter(events: readonly RelationEvent[], before: Relation = strangers): Relation {
  return events.reduce(evolve, before);
}

function evolve(relation: Relation, { type, by, at }: RelationEvent): Relation {
  switch (type) {
    case "RequestSent":
      return { ...relation, bond: { kind: "requested", by, since: at } };
    case "RequestAccepted":
      return { ...relation, bond: { kind: "friends", since: at } };
    case "RequestCancelled":
    case "RequestDeclined":
    case "Unfriended":
      return { ...relation, bond: { kind: "none" } };
    case "Blocked":
      return { bond: { kind: "none" }, blocks: new Map([...relation.blocks, [by, at]]) };
    case "Unblocked":
      return { ...relation, blocks: new Map([...relation.blocks].filter(([blocker]) => blocker !== by)) };
    default:
      return type satisfies never;
  }
}
