/** Long enough for counts that are told every two seconds. */
const WINDOW_MS = 8_000;
const SHORTEST_MS = 1_500;

interface Sample {
  at: number;
  count: number;
}

/** Turns counts that grow into rates, over the last few seconds. */
export class RateMeter {
  readonly #samples = new Map<string, Sample[]>();

  /** How fast the count of that name grows, per second; null until it has been seen for long enough. `at`: milliseconds. */
  note(name: string, count: number, at: number): number | null {
    const known = this.#samples.get(name) ?? [];
    const last = known.at(-1);
    // Somebody else counts now, from zero.
    const valid = last && count < last.count ? [] : known;
    const samples = [...valid.filter((sample) => at - sample.at <= WINDOW_MS), { at, count }];
    this.#samples.set(name, samples);
    const first = samples[0] ?? { at, count };
    return at - first.at < SHORTEST_MS ? null : ((count - first.count) * 1000) / (at - first.at);
  }
}
