import { type DocumentNode, type GraphQLSchema, isAbstractType, Kind, visit } from "graphql";

/**
 * The interfaces and unions that the document's fragments stand on, and the types each may turn out to be. Without
 * them the cache cannot tell whether such a fragment fits an object, and would drop its fields.
 */
export function possibleTypes(schema: GraphQLSchema, document: DocumentNode): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.FRAGMENT_DEFINITION && node.kind !== Kind.INLINE_FRAGMENT) return;
      const type = schema.getType(node.typeCondition?.name.value ?? "");
      if (isAbstractType(type)) found[type.name] = schema.getPossibleTypes(type).map(({ name }) => name);
    },
  });
  return found;
}
