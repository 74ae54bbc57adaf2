import { type DocumentNode, type GraphQLSchema, isAbstractType, visit } from "graphql";

/**
 * The interfaces and unions that the document's fragments stand on, and the types each may turn out to be. Without
 * them the cache cannot tell whether such a fragment fits an object, and would drop its fields.
 */
export function possibleTypes(schema: GraphQLSchema, document: DocumentNode): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const note = (name: string) => {
    const type = schema.getType(name);
    if (isAbstractType(type)) found[name] = schema.getPossibleTypes(type).map((possible) => possible.name);
  };
  visit(document, {
    FragmentDefinition: (node) => note(node.typeCondition.name.value),
    InlineFragment: (node) => node.typeCondition && note(node.typeCondition.name.value),
  });
  return found;
}
