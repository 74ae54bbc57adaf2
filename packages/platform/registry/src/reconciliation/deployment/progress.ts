import type { Problem } from "@sliceway/protocol";

/** What comes next for the running step of a deployment. */
export type Progress =
  /** Nothing yet; `detail` says for what. */
  | { kind: "wait"; detail: string }
  /** The registry itself has to do it. */
  | { kind: "act"; action: "check" | "shift" | "preview" }
  /** So many percent of the visitors are to have the candidate. */
  | { kind: "act"; action: "widen"; percent: number; cause: string }
  /** The step is done. `vector` comes out of the check. */
  | { kind: "pass"; detail: string; vector?: string }
  | { kind: "fail"; problems: Problem[] }
  /** Routing moved meanwhile: check against what is live now. */
  | { kind: "restart" };

/** Progress that needs nobody to act. */
export type Outcome = Exclude<Progress, { kind: "act" }>;
