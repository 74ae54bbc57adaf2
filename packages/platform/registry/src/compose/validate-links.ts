import { type NamedLink, type Problem, type Release, type Route, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../problem-at.ts";
import { linkErrors } from "./link-errors.ts";

/**
 * Finds links of a vector's pages that would lead nowhere: to a route that the slice does not name (any more), or
 * with other parameters than the route has. A slice that is not in the vector at all is no mistake, as a slot that
 * nobody fills is none: slices of several repositories come one after the other.
 */
export function validateLinks(releases: readonly Release[]): Problem[] {
  const bySlice = new Map(releases.map((release) => [release.slice, release]));
  return releases.flatMap((release) =>
    (release.links ?? []).flatMap((link) => {
      const [slice = "", name = ""] = link.route.split(".");
      const target = bySlice.get(slice);
      return target ? validateLink({ release, link, target, name }) : [];
    }),
  );
}

interface LinkInVector {
  release: Release;
  link: NamedLink;
  target: Release;
  /** The route's name within its slice. */
  name: string;
}

function validateLink(found: LinkInVector): Problem[] {
  const route = found.target.manifest.web?.routes.find((candidate) => candidate.name === found.name);
  if (!route) return [routeMissing(found)];
  const { params } = found.link;
  return params === undefined || params.join() === listParams(route).join()
    ? []
    : [paramsDiffer(found, route)];
}

/** Names of a route's parameters, sorted as a link's are: `/posts/:id` has `id`. */
function listParams({ path }: Route): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).sort();
}

function routeMissing({ release, link, target, name }: LinkInVector): Problem {
  return problemAt(
    { slice: release.slice, release: release.id, file: link.file, line: link.line },
    linkErrors.ROUTE_MISSING(
      `${releaseRef(release)} links to ${link.route} here, and ${releaseRef(target)} has no route of that name.`,
      { target: target.slice, name },
    ),
  );
}

function paramsDiffer({ release, link, target }: LinkInVector, route: Route): Problem {
  const given = link.params?.join(", ") || "none";
  const wanted = listParams(route).join(", ") || "none";
  return problemAt(
    { slice: release.slice, release: release.id, file: link.file, line: link.line },
    linkErrors.ROUTE_PARAMS_DIFFER(
      `${releaseRef(release)} links to ${link.route} here with the parameters ${given}; ${route.path} of ${releaseRef(target)} has ${wanted}.`,
      { route: link.route, slice: release.slice, target: target.slice },
    ),
  );
}
