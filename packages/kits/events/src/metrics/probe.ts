/** Whoever asks within this time gets the same reading: several metrics come from one, several scrapers may ask. */
const FRESH_MS = 1_000;

/** Something that is measured only when somebody asks. */
export interface Probe<T> {
  /** Says how to measure it, until disposed of. */
  attach(measure: () => Promise<T>): Disposable;
  /** Undefined while nobody has said how, and when it cannot be measured. */
  read(): Promise<T | undefined>;
}

export function createProbe<T>(): Probe<T> {
  let measure: (() => Promise<T>) | undefined;
  let reading: Promise<T | undefined> | undefined;
  let readAt = 0;
  return {
    attach(how) {
      measure = how;
      reading = undefined;
      return {
        [Symbol.dispose]() {
          // Another one may have come in its place.
          if (measure === how) measure = reading = undefined;
        },
      };
    },
    read() {
      if (!reading || performance.now() - readAt > FRESH_MS) {
        readAt = performance.now();
        reading = measure?.().catch(() => undefined);
      }
      return reading ?? Promise.resolve(undefined);
    },
  };
}
