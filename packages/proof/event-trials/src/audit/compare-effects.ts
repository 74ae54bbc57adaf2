/** An effect as it lies in the table of the slice that consumes. */
export interface Effect {
  /** Effects had their places in the order in which they happened. */
  place: number;
  subject: string;
  number: number;
}

/** Something that must never be. */
export interface Fault {
  kind: "lost" | "doubled" | "outOfOrder";
  /** Of the effect that shows it; infinite if there is none. */
  place: number;
}

/** What is wrong with effects, oldest first, of aggregates that have come to the `versions` given. */
export function compareEffects(versions: ReadonlyMap<string, number>, effects: Effect[]): Fault[] {
  const bySubject = Map.groupBy(effects, ({ subject }) => subject);
  const subjects = new Set([...versions.keys(), ...bySubject.keys()]);
  return [...subjects].flatMap((subject) =>
    compareAggregate(versions.get(subject) ?? 0, bySubject.get(subject) ?? []),
  );
}

function compareAggregate(version: number, effects: Effect[]): Fault[] {
  const seen = new Set<number>();
  const faults: Fault[] = [];
  let highest = 0;
  for (const { number, place } of effects) {
    // The effect of a change that is not there is one too many as well.
    if (seen.has(number) || number > version) faults.push({ kind: "doubled", place });
    else if (number < highest) faults.push({ kind: "outOfOrder", place });
    seen.add(number);
    highest = Math.max(highest, number);
  }
  return [...faults, ...listLost(version, seen, effects)];
}

/** What is lost shows with the first later effect of its aggregate. */
function listLost(version: number, seen: Set<number>, effects: Effect[]): Fault[] {
  const lost = Array.from({ length: version }, (_, index) => index + 1).filter((number) => !seen.has(number));
  return lost.map((number) => {
    const later = effects.find((effect) => effect.number > number);
    return { kind: "lost", place: later?.place ?? Number.POSITIVE_INFINITY };
  });
}
