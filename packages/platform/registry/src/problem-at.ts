import type { Problem } from "@sliceway/protocol";

type Where = Pick<Problem, "slice" | "release"> & Partial<Pick<Problem, "file" | "line">>;
type Blame = Pick<Problem, "code" | "message" | "fix"> & { operation?: string };

/** A problem of a release, or of a place in it; null where no single slice can be named. */
export function problemAt(place: Where | null, { operation, ...blame }: Blame): Problem {
  return {
    ...blame,
    slice: place?.slice ?? null,
    release: place?.release ?? null,
    operation: operation ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}

/**
 * The problems without repetition: a mistake in a fragment comes up once for the fragment and again for each
 * operation that spreads it; what was found first stays.
 */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.slice, problem.file, problem.line, problem.message]);
    if (!byPlace.has(key)) byPlace.set(key, problem);
  }
  return [...byPlace.values()];
}
