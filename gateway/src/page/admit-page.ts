import type { Admit, Admitted } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { ReadyVectors } from "../routing/ready-vectors.ts";
import { findFallbackVector } from "./find-fallback-vector.ts";

export interface PageAdmissionParts {
  admit: Admit;
  platform: Pick<PlatformState, "routing">;
  vectors: Pick<ReadyVectors, "find">;
}

interface PageRequest {
  /** The vector that new pages of the visitor get. */
  usual: string | undefined;
  /** `slice@id` of releases whose code failed in the page. */
  avoid: readonly string[];
  /** The vector that the page is at, if it is there already. */
  from?: string | undefined;
}

/**
 * Admits a page to the vector that its visitor gets; one in which code failed, to a fallback vector without that code.
 * The page only says what failed: where it goes is decided here. Null: every vector has code that failed.
 */
export async function admitPage(
  { admit, platform, vectors }: PageAdmissionParts,
  { usual, avoid, from }: PageRequest,
): Promise<Admitted | null> {
  if (avoid.length === 0) return admit(usual);
  const fallback = findFallbackVector({
    routing: platform.routing,
    avoid,
    from,
    releasesOf: (vector) => vectors.find(vector)?.vector.releases,
    now: Date.now(),
  });
  return fallback === null ? null : admit(fallback);
}
