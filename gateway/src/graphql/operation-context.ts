/** A change of the browser's session that the identity slice asked for. */
export type SessionChange = { kind: "open"; token: string; maxAgeS: number } | { kind: "close" };

/**
 * What an admitted operation carries to the slices it calls. Apollo copies the outer object, so whatever is
 * written during the operation stands in a nested one (`outcome`).
 */
export interface OperationContext {
  /** Slice to the release that answers for it: the vector of the request. */
  releases: Record<string, string>;
  kind: "query" | "mutation";
  /** Ends with the deadline, and for queries when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** The signed token for one slice. */
  tokenFor: (slice: string) => Promise<string>;
  /** Slices that may open and close sessions. */
  identitySlices: ReadonlySet<string>;
  /** False over plain HTTP of a network. */
  sessionsAllowed: boolean;
  /** The key under which a mutation is applied once. */
  idempotencyKey: string | undefined;
  /** True while a generation is warmed: nothing is sent. */
  rehearsal: boolean;
  /** The answer goes out as plain `application/json`. */
  plainJson: boolean;
  outcome: {
    session: SessionChange | null;
    /** The slices at fault, as far as they can be named; null if the operation did not fail. */
    faults: readonly string[] | null;
  };
}
