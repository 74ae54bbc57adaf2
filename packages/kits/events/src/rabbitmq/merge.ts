import type { Inflow } from "./inflow.ts";
import type { Arrival } from "./messages.ts";
import type { OpenHistory } from "./open-histories.ts";

/** What comes next: from the queue, or from a history. */
export type Step =
  | { from: "queue"; arrival: Arrival }
  | { from: OpenHistory; arrival: Arrival; isWanted: boolean };

/** Brings a queue and the histories of its sources into one order. */
export interface Merge {
  /** Undefined while there is nothing to deliver. */
  next(): Step | undefined;
  /** Whether the queue waits for a history. */
  isHeldUp(): boolean;
}

/** `findHistory` gives the history of a source that is still being read. */
export function createMerge(queue: Inflow, histories: ReadonlyMap<string, OpenHistory>): Merge {
  const findHistory = (source: string) => {
    const open = histories.get(source);
    return open?.history.isEnded() ? undefined : open;
  };
  const fromHistory = (open: OpenHistory): Step | undefined => {
    const arrival = open.inflow.peek();
    if (!arrival) return undefined;
    open.inflow.take();
    open.inflow.acknowledge(arrival);
    return { from: open, arrival, isWanted: open.history.read(arrival) };
  };
  const fromLeading = () => {
    for (const open of histories.values()) {
      if (!open.history.isEnded() && open.history.isLeading()) {
        const step = fromHistory(open);
        if (step) return step;
      }
    }
    return undefined;
  };
  return {
    next() {
      const head = queue.peek();
      if (!head) return fromLeading();
      const open = findHistory(head.source);
      if (open && !open.history.hasReached(head)) return fromHistory(open);
      queue.take();
      open?.history.pass(head);
      return { from: "queue", arrival: head };
    },
    isHeldUp() {
      const head = queue.peek();
      return head !== undefined && findHistory(head.source)?.history.hasReached(head) === false;
    },
  };
}
