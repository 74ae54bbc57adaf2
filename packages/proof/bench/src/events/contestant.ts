import type { ChildProcess } from "node:child_process";

/** A way for events to travel, from a committed change to its effect in another process. */
export interface Contestant extends AsyncDisposable {
  /** Changes an aggregate and publishes that in one transaction; resolves to the moment before its commit. */
  change(subject: string): Promise<Moment>;
  /** Moments at which the handler was called, by subject. */
  readonly handled: ReadonlyMap<string, Moment>;
  readEffects(): Promise<Effects>;
  /** The clock by which effects are dated, in milliseconds. */
  readClockMs(): Promise<number>;
}

/** Nanoseconds on the clock that all processes of the machine share. */
export type Moment = bigint;

export interface Effects {
  count: number;
  /** Effects that came after a later one of their aggregate. */
  disorder: number;
  /** When the last one was written, in milliseconds of the database's clock. */
  lastAtMs: number;
}

/** Starts a contestant with nothing in it. */
export type StartContestant = () => Promise<Contestant>;

/** Collects what a consumer's process reports of its handler. */
export function collectHandled(consumer: ChildProcess): Map<string, Moment> {
  const handled = new Map<string, Moment>();
  consumer.on("message", (message) => {
    const { subject, at } = message as { subject: string; at: string };
    handled.set(subject, BigInt(at));
  });
  return handled;
}
