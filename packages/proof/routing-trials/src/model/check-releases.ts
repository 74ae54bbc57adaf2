import { OLDEST, trialRelease } from "../releases/trial-release.ts";
import { type Model, type Releases, withReleases } from "./model.ts";

/** Whether all that the releases need is given by one of them. */
export function isCompatible(releases: Releases): boolean {
  const all = Object.entries(releases).map(([slice, number]) => trialRelease(`${slice}@${number}`));
  const given = new Set(all.flatMap(({ gives }) => gives));
  return all.every(({ needs }) => needs.every((field) => given.has(field)));
}

/** The codes for which releases are not taken on top of what is live; none if they are. */
export function checkReleases({ live, revoked }: Model, refs: readonly string[]): string[] {
  return [
    ...(refs.some((ref) => revoked.includes(ref)) ? ["RELEASE_REVOKED"] : []),
    ...(isCompatible(withReleases(live, refs)) ? [] : ["OPERATION_INVALID"]),
    ...(refs.includes(OLDEST) ? ["BELOW_ROLLBACK_FLOOR"] : []),
  ];
}
