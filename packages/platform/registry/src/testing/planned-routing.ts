import { type Canary, NO_ROUTING, type Routing, vectorId } from "@sliceway/protocol";
import { planChange } from "../routing/plan-change.ts";
import type { Releases, RoutingCommand, RoutingFacts } from "../routing/routing-command.ts";

export const now = new Date("2026-01-01T12:00:00Z");
export const soon = "2026-01-01T12:03:00.000Z";
export const [n1, n2, n3] = ["111111111111", "222222222222", "333333333333"];
export const [p1, p2, p3] = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"];

export const releasesOf = {
  old: { notes: n1, people: p1 },
  live: { notes: n2, people: p1 },
  next: { notes: n3, people: p1 },
  both: { notes: n1, people: p2 },
  other: { notes: n2, people: p3 },
};
/** `old` was live before `live`. */
export const [old, live, next, both, other] = Object.values(releasesOf).map(vectorId) as [
  string,
  string,
  string,
  string,
  string,
];
const outline = (releases: Releases) => ({ releases, servers: [], dev: null as string | null });
export const outlines = new Map([
  ...Object.values(releasesOf).map((releases) => [vectorId(releases), outline(releases)] as const),
  ["v-work", { ...outline({}), dev: "somebody" }],
]);

export const canary: Canary = {
  deployment: "d-1",
  releases: [`notes@${n3}`],
  vector: next,
  ranges: [{ from: 0, to: 1_000 }],
};
export const preview = { releases: [`notes@${n3}`], vector: next, isolated: [], until: soon };
export const routing: Routing = {
  ...NO_ROUTING,
  revision: 7,
  live: live,
  rollback: { notes: { vector: old, until: soon } },
};

/** What becomes of the routing, without what stays as it is. */
export function plan(
  command: RoutingCommand,
  before: Partial<Routing> = {},
  facts: Partial<RoutingFacts> = {},
): Record<string, unknown> {
  const state = { ...routing, ...before };
  const planned = planChange(command, state, { now, outlines, composed: new Map(), base: state, ...facts });
  if (planned.kind === "refuse") return { refuse: planned.refusal.code };
  if (planned.kind !== "write") return { ...planned };
  const { routing: after, kind: _, ...rest } = planned;
  const changes = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(state[field as keyof Routing]),
  );
  return { ...Object.fromEntries(changes), ...rest };
}
