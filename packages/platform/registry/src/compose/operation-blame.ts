import type { Operation, Problem } from "@sliceway/protocol";
import type { GraphQLError } from "graphql";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
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
        ...composeErrors.FRAGMENT_MISSING(
          `The operation ${operation} needs the fragment ${fragment}, which no slice of this vector exposes.`,
          { fragment },
        ),
        operation,
      }),
    overlap: (exposed) =>
      problemAt(place, {
        ...composeErrors.FRAGMENT_CONFLICT(
          `The operation ${operation} brings a fragment ${exposed.name} of its own, but ${exposed.slice} exposes one of that name.`,
        ),
        fix: "Rename the slice's own fragment.",
        operation,
      }),
    invalid: (error) =>
      problemAt(placeOf(error) ?? place, {
        ...composeErrors.OPERATION_INVALID(error.message, { operation }),
        operation,
      }),
  };
}
