import type { RelationEvent } from "./event.ts";
import type { Relation } from "./relation.ts";

export type Command = "send" | "cancel" | "accept" | "decline" | "unfriend" | "block" | "unblock";

export type Decision =
  /** No events: things are as wanted already. */
  | { kind: "done"; events: RelationEvent[] }
  /** The step does not fit; the reason is one sentence. */
  | { kind: "conflict"; reason: string }
  /** For this person the other is not there. */
  | { kind: "hidden" };

/** What follows if `by` wants this of `other` now. */
export function decide(
  command: Command,
  relation: Relation,
  { by, other, at }: { by: string; other: string; at: Date },
): Decision {
  const happens = (type: RelationEvent["type"]): Decision => ({ kind: "done", events: [{ type, by, at }] });
  if (command === "block") return relation.blocks.has(by) ? asWanted : happens("Blocked");
  if (command === "unblock") return relation.blocks.has(by) ? happens("Unblocked") : asWanted;
  if (relation.blocks.has(other)) return { kind: "hidden" };
  if (relation.blocks.has(by)) return conflict("You have blocked this person.");
  return steps[command](relation.bond, by, happens);
}

type Step = (
  bond: Relation["bond"],
  by: string,
  happens: (type: RelationEvent["type"]) => Decision,
) => Decision;

const asWanted: Decision = { kind: "done", events: [] };

const steps: Record<Exclude<Command, "block" | "unblock">, Step> = {
  send(bond, by, happens) {
    if (bond.kind === "none") return happens("RequestSent");
    // both asked: nobody needs to ask again
    if (bond.kind === "requested" && bond.by !== by) return happens("RequestAccepted");
    return asWanted;
  },
  cancel(bond, by, happens) {
    if (bond.kind === "none") return asWanted;
    if (bond.kind === "friends") return conflict("The request was accepted meanwhile.");
    return bond.by === by
      ? happens("RequestCancelled")
      : conflict("The request comes from the other person.");
  },
  accept(bond, by, happens) {
    if (bond.kind === "friends") return asWanted;
    if (bond.kind === "none") return conflict("The request was withdrawn meanwhile.");
    return bond.by === by ? conflict("Only the other person can accept.") : happens("RequestAccepted");
  },
  decline(bond, by, happens) {
    if (bond.kind === "none") return asWanted;
    if (bond.kind === "friends") return conflict("You are friends already.");
    return bond.by === by ? conflict("Only the other person can decline.") : happens("RequestDeclined");
  },
  unfriend(bond, _by, happens) {
    if (bond.kind === "none") return asWanted;
    return bond.kind === "friends" ? happens("Unfriended") : conflict("You are not friends yet.");
  },
};

function conflict(reason: string): Decision {
  return { kind: "conflict", reason };
}
