import type { Swap } from "./swap.ts";

export interface TrialOptions {
  swaps: number;
  rollbacks: number;
  /** Requests a second, in total. */
  perSecond: number;
  /** How many people send them. */
  people: number;
  /** Opens real tabs as well. */
  tabs: boolean;
  chromiumPath?: string | undefined;
  /** From the beginning of one swap to that of the next, if it takes no longer. */
  periodMs: number;
  /** Where the load goes if not to the gateway itself. */
  gatewayUrl?: string;
  /** Told after each swap; what it does to the platform is part of the trial. */
  onSwap?: (swap: Swap) => void | Promise<void>;
  /** Told what goes on, a line each. */
  tell: (line: string) => void;
}
