/** One thing that a trial looked at. */
export interface Finding {
  part: string;
  what: string;
  /** What was seen, or what is wrong. */
  said: string;
  ok: boolean;
}

/** Takes down what was looked at, one after the other. What is wrong does not keep the rest from being looked at. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #tell: (line: string) => void;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Looks at one thing; `look` says what it saw, and throws if that is wrong. */
  async check(part: string, what: string, look: () => Promise<string>): Promise<void> {
    const startedAt = performance.now();
    const seen = await look().then(
      (said) => ({ said, ok: true }),
      (error: Error) => ({ said: error.message, ok: false }),
    );
    this.list.push({ part, what, ...seen });
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    this.#tell(`  ${seen.ok ? "✔" : "✘"} ${what}: ${seen.said.split("\n")[0]}  (${seconds} s)`);
  }
}
