import type { SessionControl } from "./request-context.ts";

/** Tells the gateway, through the answer's session header, what a request does to the browser's session. */
export class SessionChange implements SessionControl {
  readonly id: string | null;
  readonly #answer: (header: string) => void;
  #allowed = false;

  constructor(id: string | null, answer: (header: string) => void) {
    this.id = id;
    this.#answer = answer;
  }

  /** Called for mutations of the identity slice, and for nothing else. */
  allow(): void {
    this.#allowed = true;
  }

  open(token: string, maxAgeSeconds: number): void {
    this.#change(`open ${token} ${Math.trunc(maxAgeSeconds)}`);
  }

  close(): void {
    this.#change("close");
  }

  #change(header: string): void {
    if (!this.#allowed) throw new Error("Only mutations of the identity slice open and close sessions.");
    this.#answer(header);
  }
}
