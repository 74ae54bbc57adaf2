import type { Fault } from "./compare-effects.ts";

/** A mutation that was answered, as who asked for it knows. */
export interface Answered {
  request: string;
  version: number;
  /** What a repeat under the same key got, if there was one. */
  again?: number | undefined;
}

/** What a mutation has left in the database; a row for each time that it ran. */
export interface RequestRow {
  place: number;
  id: string;
  version: number;
}

/** What is wrong with mutations: each has one effect, and answers with that one however often it is repeated. */
export function compareRequests(answered: Answered[], rows: RequestRow[]): Fault[] {
  const byId = Map.groupBy(rows, ({ id }) => id);
  return answered.flatMap(({ request, version, again = version }): Fault[] => {
    const [first, ...more] = byId.get(request) ?? [];
    const isTrue = first?.version === version && again === version;
    const place = first?.place ?? Number.POSITIVE_INFINITY;
    return [
      ...(isTrue ? [] : [{ kind: "lost" as const, place }]),
      ...more.map((row) => ({ kind: "doubled" as const, place: row.place })),
    ];
  });
}
