import { AnswerFault, type FaultKind } from "@sliceway/trial-kit";
import type { RequestKind } from "./action.ts";

/** One request as its client saw it. Times as of `performance.now()`. */
export interface Seen {
  kind: RequestKind | "probe";
  dueAt: number;
  endAt: number;
  fault: FaultKind | null;
}

const LINES = 20;

/** All requests of a trial. */
export class Requests {
  readonly seen: Seen[] = [];
  /** What went wrong, a line each; the first ones. */
  readonly lines: string[] = [];
  #failed = 0;

  get failed(): number {
    return this.#failed;
  }

  /** Waits for the request's end and writes down how it came out. Never rejects. */
  async add(kind: Seen["kind"], dueAt: number, request: Promise<unknown>): Promise<void> {
    const fault = await request.then(
      () => null,
      (error: unknown) => this.#note(kind, error),
    );
    this.seen.push({ kind, dueAt, endAt: performance.now(), fault });
  }

  #note(kind: string, error: unknown): FaultKind {
    this.#failed += 1;
    const fault = error instanceof AnswerFault ? error.kind : "data";
    const at = new Date().toISOString().slice(11, 23);
    if (this.lines.length < LINES) this.lines.push(`${at} ${kind}, ${fault}: ${(error as Error).message}`);
    return fault;
  }
}
