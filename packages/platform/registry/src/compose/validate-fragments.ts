import type { Problem } from "@sliceway/protocol";
import { type GraphQLSchema, Kind, NoUnusedFragmentsRule, specifiedRules, validate } from "graphql";
import { problemAt } from "../problem-at.ts";
import type { FragmentTable } from "./fragment-table.ts";
import { placeOf } from "./place.ts";

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** Checks the exposed fragments against the schema, each for its own slice, whether or not anybody spreads it. */
export function validateFragments(schema: GraphQLSchema, table: FragmentTable): Problem[] {
  const definitions = [...table.values()].map((fragment) => fragment.definition);
  if (definitions.length === 0) return [];
  return validate(schema, { kind: Kind.DOCUMENT, definitions }, rules).map((error) =>
    problemAt(placeOf(error), {
      code: "FRAGMENT_INVALID",
      message: error.message,
      fix: "Correct the exposed fragment, or deploy it together with the release whose schema it was written for.",
    }),
  );
}
