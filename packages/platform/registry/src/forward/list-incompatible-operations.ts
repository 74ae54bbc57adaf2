import type { LinkedOperation } from "@sliceway/protocol";
import { type GraphQLSchema, parse, validate } from "graphql";

/** Operations of old pages that another vector's API would refuse, by name. None: the pages can be served by it. */
export function listIncompatibleOperations(
  operations: readonly LinkedOperation[],
  schema: GraphQLSchema,
): string[] {
  return operations.filter(({ text }) => validate(schema, parse(text)).length > 0).map(({ name }) => name);
}
