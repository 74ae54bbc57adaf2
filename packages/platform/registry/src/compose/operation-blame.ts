import type { Operation, Problem } from "@sliceway/protocol";
import type { GraphQLError } from "graphql";
import { problemAt } from "../problem-at.ts";
import { type Place, placeOf } from "./place.ts";
import type { ReadableFragment } from "./read-fragment.ts";

/** Words for what can be wrong with one operation; `place` is where it begins. */
export interface OperationBlame {
  /** No slice exposes the fragment. */
  missing(fragment: string): Problem;
  /** The operation's slice has a fragment of the same name for itself. */
  overlap(exposed: ReadableFragment): Problem;
  invalid(error: GraphQLError): Problem;
}

export function blameOperation({ name: operation }: Operation, place: Place): OperationBlame {
  return {
    missing: (fragment) =>
      problemAt(place, {
        code: "FRAGMENT_MISSING",
        operation,
        message: `The operation ${operation} needs the fragment ${fragment}, which no slice of this vector exposes.`,
        fix: `Deploy it together with a release that exposes ${fragment}, or take the spread out.`,
      }),
    overlap: (exposed) =>
      problemAt(place, {
        code: "FRAGMENT_CONFLICT",
        operation,
        message: `The operation ${operation} brings a fragment ${exposed.name} of its own, but ${exposed.slice} exposes one of that name.`,
        fix: "Rename the slice's own fragment.",
      }),
    invalid: (error) =>
      problemAt(placeOf(error) ?? place, {
        code: "OPERATION_INVALID",
        operation,
        message: error.message,
        fix: `Correct ${operation}, or deploy it together with the releases whose schema it was written for.`,
      }),
  };
}
