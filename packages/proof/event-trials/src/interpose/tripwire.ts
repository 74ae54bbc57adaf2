import type { Orders, Side } from "./orders.ts";
import type { Report } from "./report.ts";

/** What is come to so often in so short a time is come to all the time. */
const FREQUENT = { times: 8, withinMs: 3_000 };

/** Takes note of every exchange of a process, and ends it where it was ordered to. */
export interface Tripwire {
  /** Notes that the process is here; whether it has to die before it goes on. */
  reach(where: string, side: Side): boolean;
  /** As `kill -9` from outside: nothing is unwound, flushed or told to anybody. */
  die(): never;
}

export function createTripwire({ kill, names }: Orders, report: (message: Report) => void): Tripwire {
  const seen = new Map<string, { times: number; since: number }>();
  const general = (where: string) =>
    Object.entries(names).reduce((text, [name, word]) => text.replaceAll(name, word), where);
  return {
    reach(place, side) {
      const where = general(place);
      const key = `${side} ${where}`;
      const { times, since } = seen.get(key) ?? { times: 0, since: performance.now() };
      seen.set(key, { times: times + 1, since });
      if (times === 0) report({ kind: "reached", where, side, isFrequent: false });
      else if (times === FREQUENT.times && performance.now() - since < FREQUENT.withinMs)
        report({ kind: "reached", where, side, isFrequent: true });
      return kill?.where === where && kill.side === side && times + 1 >= kill.nth;
    },
    die() {
      if (kill) report({ kind: "struck", where: kill.where, side: kill.side });
      process.kill(process.pid, "SIGKILL");
      throw new Error("a process outlived its SIGKILL");
    },
  };
}
