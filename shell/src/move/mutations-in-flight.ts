/** How long a move waits for mutations: what is broken on the page stays broken meanwhile. */
const PATIENCE_MS = 3000;

/** Mutations whose answers are on their way. A page should be there to hear them. */
export interface MutationsInFlight {
  track<T>(answer: Promise<T>): Promise<T>;
  /** When all have been answered, or 3 s have passed. */
  settled(): Promise<void>;
}

export function createMutationsInFlight(): MutationsInFlight {
  const open = new Set<Promise<unknown>>();
  return {
    track(answer) {
      open.add(answer);
      const done = () => void open.delete(answer);
      answer.then(done, done);
      return answer;
    },
    async settled() {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      await Promise.race([Promise.allSettled(open), patience]);
    },
  };
}
