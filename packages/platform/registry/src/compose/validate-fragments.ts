import type { Problem } from "@sliceway/protocol";
import { type GraphQLSchema, Kind, NoUnusedFragmentsRule, specifiedRules, validate } from "graphql";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
import type { FragmentTable } from "./fragment-table.ts";
import { placeOf } from "./place.ts";

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** Checks the exposed fragments against the schema, each for its own slice, whether or not anybody spreads it. */
export function validateFragments(schema: GraphQLSchema, table: FragmentTable): Problem[] {
  const definitions = [...table.values()].map((fragment) => fragment.definition);
  if (definitions.length === 0) return [];
  return validate(schema, { kind: Kind.DOCUMENT, definitions }, rules).map((error) =>
    problemAt(placeOf(error), composeErrors.FRAGMENT_INVALID(error.message)),
  );
}
