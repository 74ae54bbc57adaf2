import type { Problem } from "@sliceway/protocol";

/** What a check found: what forbids a release, and what somebody should look at. */
export interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

export function joinFindings(all: readonly Findings[]): Findings {
  return {
    problems: all.flatMap(({ problems }) => problems),
    warnings: all.flatMap(({ warnings }) => warnings),
  };
}
