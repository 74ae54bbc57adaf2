import type { Side } from "../interpose/orders.ts";
import type { Role } from "../processes/role.ts";
import type { Point } from "./point.ts";

/** Where a fault would do the most harm: around each commit, each hand-over and each effect. */
const DECISIVE: [role: Role, where: RegExp, side: Side][] = [
  ["writer", /^insert into sliceway.outbox/, "after"],
  ["writer", /^commit/, "before"],
  ["writer", /^commit/, "after"],
  ["relay", /^(insert into sliceway.log|publish source.Counted)/, "before"],
  ["relay", /^(commit|publish source.Counted)/, "after"],
  ["relay", /^delete from sliceway.outbox/, "after"],
  ["consumer", /^insert into sliceway.inbox/, "after"],
  ["consumer", /^insert into effect/, "after"],
  ["consumer", /^commit after insert into effect/, "before"],
  ["consumer", /^commit after insert into effect/, "after"],
  ["consumer", /^acknowledge sliceway.consumer/, "before"],
  ["mutations", /^insert into sliceway.applied_mutation/, "after"],
  ["mutations", /^commit/, "before"],
  ["mutations", /^commit/, "after"],
  ["mutations", /^answer/, "before"],
];

/** The points of the short form, each with its decisive sides. */
export function chooseDecisive(points: Point[]): Point[] {
  return points.flatMap((point) => {
    const rules = DECISIVE.filter(([role, where]) => role === point.role && where.test(point.where));
    const sides = rules.map(([, , side]) => side).filter((side) => point.sides.includes(side));
    return sides.length > 0 ? [{ ...point, sides, stage: "again" as const }] : [];
  });
}
