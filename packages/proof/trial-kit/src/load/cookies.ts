/** What a browser has been given to keep. */
export class Cookies {
  readonly #values = new Map<string, string>();

  /** As a request says it: `session=...; visitor=...`. */
  get header(): string {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Lines of `set-cookie`: `session=x; Path=/; ...`. */
  take(lines: string | string[] = []): void {
    for (const line of [lines].flat()) {
      const [pair = ""] = line.split(";");
      const sign = pair.indexOf("=");
      this.#values.set(pair.slice(0, sign), pair.slice(sign + 1));
    }
  }
}
