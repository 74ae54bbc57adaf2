/** Releases whose code failed in this page, by slice. */
export interface FailedReleases {
  add(slice: string, release: string): void;
  /**
   * `slice@id` of what to keep clear of for a slice's sake: its own failures, and those of slices that have another
   * release left. One that has failed in two releases is past help and must not keep the others from theirs.
   */
  avoidFor(slice: string): string[];
}

export function createFailedReleases(): FailedReleases {
  const failed = new Map<string, Set<string>>();
  return {
    add(slice, release) {
      failed.set(slice, (failed.get(slice) ?? new Set()).add(`${slice}@${release}`));
    },
    avoidFor(slice) {
      const meant = [...failed].filter(([other, releases]) => other === slice || releases.size === 1);
      return meant.flatMap(([, releases]) => [...releases]).sort();
    },
  };
}
