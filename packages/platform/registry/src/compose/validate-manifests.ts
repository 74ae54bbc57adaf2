import { type Problem, type Release, releaseRef } from "@sliceway/protocol";
import { validateVectorEvents } from "../events/validate-vector-events.ts";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
import { placeIn } from "./place.ts";
import { validateLinks } from "./validate-links.ts";

/** What only one slice of a vector may have. */
interface Claim {
  /** `slot post.card`, `route /posts/:id`, `duty identity`. */
  thing: string;
  release: Release;
}

/**
 * Finds what the releases of a vector say against each other: things claimed twice, shared exports not
 * provided, events not published, links that lead nowhere.
 */
export function validateManifests(releases: readonly Release[]): Problem[] {
  return [
    ...findClaimedTwice(releases.flatMap(claimsOf)),
    ...findMissingExports(releases),
    ...validateVectorEvents(releases),
    ...validateLinks(releases),
  ];
}

function claimsOf(release: Release): Claim[] {
  const { web, provides, role } = release.manifest;
  const things = [
    ...Object.keys(web?.slots ?? {}).map((name) => `slot ${name}`),
    // "/posts/:id" and "/posts/:postId" stand for the same paths.
    ...(web?.routes ?? []).map(({ path }) => `route ${path.replaceAll(/:\w+/g, ":")}`),
    ...provides.map((duty) => `duty ${duty}`),
    ...(role === "shell" ? ["role of the shell"] : []),
  ];
  return things.map((thing) => ({ thing, release }));
}

function findClaimedTwice(claims: readonly Claim[]): Problem[] {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim) => {
    const other = first.get(claim.thing);
    if (!other) first.set(claim.thing, claim);
    return other ? [claimedTwice(claim, other)] : [];
  });
}

function claimedTwice({ thing, release }: Claim, other: Claim): Problem {
  return problemAt(
    placeIn(release, "slice.json", 1),
    composeErrors.CLAIMED_TWICE(
      `${releaseRef(release)} and ${releaseRef(other.release)} both have the ${thing}.`,
    ),
  );
}

/** A vector without a shell has no pages, so nothing is shared in it. */
function findMissingExports(releases: readonly Release[]): Problem[] {
  const shell = releases.find((release) => release.role === "shell");
  if (!shell) return [];
  return releases.flatMap((release) =>
    Object.entries(release.shared.uses).flatMap(([key, names]) => {
      const missing = names.filter((name) => !shell.shared.provides[key]?.includes(name));
      return missing.length > 0 ? [missingExports(release, shell, key, missing)] : [];
    }),
  );
}

function missingExports(release: Release, shell: Release, key: string, names: string[]): Problem {
  return problemAt(
    placeIn(release, "slice.json", 1),
    composeErrors.SHARED_EXPORT_MISSING(
      `${releaseRef(release)} uses ${names.join(", ")} of ${key}, which ${releaseRef(shell)} does not provide.`,
      { shell: shell.slice },
    ),
  );
}
