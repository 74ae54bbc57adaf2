import type { Admission, Admit, Refused } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { ReadyVectors } from "../routing/ready-vectors.ts";
import { findDetour } from "./find-detour.ts";

export interface PageAdmissionParts {
  admit: Admit;
  platform: Pick<PlatformState, "routing">;
  vectors: Pick<ReadyVectors, "find">;
}

interface PageWish {
  /** The vector that new pages of the visitor get. */
  usual: string | undefined;
  /** `slice@id` of releases whose code failed in the page. */
  avoid: readonly string[];
  /** The vector that the page is at, if it is there already. */
  from?: string | undefined;
}

/**
 * Admits a page to the vector that its visitor gets; one in which code failed, to a vector without that code. The
 * page only says what failed: where it goes is decided here. `nowhere`: no vector is without it.
 */
export async function admitPage(
  { admit, platform, vectors }: PageAdmissionParts,
  { usual, avoid, from }: PageWish,
): Promise<Admission | Refused | "nowhere"> {
  if (avoid.length === 0) return admit(usual);
  const detour = findDetour({
    routing: platform.routing,
    avoid,
    from,
    releasesOf: (vector) => vectors.find(vector)?.vector.releases,
    now: Date.now(),
  });
  return detour === undefined ? "nowhere" : admit(detour);
}
