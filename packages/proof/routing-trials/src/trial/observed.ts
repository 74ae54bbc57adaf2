import type { View } from "../model/model.ts";

/** What the registry answered to a command. */
export interface ObservedAnswer {
  /** Of the refusal; null if it was done. */
  code: string | null;
  deployment: string | null;
  /** The routing that it told of. */
  view: View | null;
}

/** One revision of the routing's history, with what the audit log says of it. */
export interface Change {
  revision: number;
  cause: string;
  view: View;
  lines: string[];
  /** Who did it, by the audit log; nobody if that has no word of it. */
  by: string[];
}

/** How a deployment stands: `codes` are those of its problems, each once, sorted. */
export interface ObservedDeployment {
  state: "running" | "done" | "failed";
  codes: string[];
}

/** All that is seen of a group of commands once nothing moves any more. */
export interface Observed {
  now: number;
  /** By the command's number. */
  answers: Record<number, ObservedAnswer>;
  /** Oldest first. */
  changes: Change[];
  /** Entries of the audit log that belong to no revision, sorted. */
  noted: string[];
  deployments: Record<string, ObservedDeployment>;
  /** The routing that holds. */
  view: View;
}
