import type { Traffic } from "@sliceway/protocol";

/** What a canary is compared with, and what had been counted when that began. */
export interface Comparison {
  /** ISO 8601. It begins anew with each share and whenever what is live moves. */
  since: string;
  /** The vector of the canary's visitors. */
  canary: string;
  canaryBefore: Traffic;
  live: string;
  liveBefore: Traffic;
}

/** What had been counted of both vectors before one took over. */
export interface SwapBaseline {
  old: string | null;
  oldBefore: Traffic;
  newBefore: Traffic;
}
