import type { Release } from "@sliceway/protocol";
import { type DocumentNode, type GraphQLError, parse, Source } from "graphql";

/** Where a team finds a text: a file of its slice and the 1-based line at which the text begins. */
export interface Place {
  slice: string;
  release: string;
  file: string;
  line: number;
}

export function placeIn(release: Release, file: string, line: number): Place {
  return { slice: release.slice, release: release.id, file, line };
}

class PlacedSource extends Source {
  readonly place: Place;

  constructor(text: string, place: Place) {
    super(text, `${place.slice}@${place.release}/${place.file}`);
    this.place = place;
  }
}

/** Parses a text so that every later error knows whose it is. Throws GraphQLError. */
export function parseAt(text: string, place: Place): DocumentNode {
  return parse(new PlacedSource(text, place));
}

/** The place that an error points at, or null if it points nowhere (or into no team's text). */
export function placeOf(error: GraphQLError): Place | null {
  for (const { loc } of error.nodes ?? []) {
    if (loc?.source instanceof PlacedSource) return moveDown(loc.source.place, loc.startToken.line);
  }
  if (error.source instanceof PlacedSource)
    return moveDown(error.source.place, error.locations?.[0]?.line ?? 1);
  return null;
}

function moveDown(place: Place, lineInText: number): Place {
  return { ...place, line: place.line + lineInText - 1 };
}
