import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

const PAGING = new Set(["first", "after", "last", "before"]);

/**
 * Fields in the document that answer a Relay-style connection, as `Type.field`, with the arguments that choose
 * *which* list it is (the others choose the page). The cache joins the pages of such a field.
 */
export function connectionFields(schema: GraphQLSchema, document: DocumentNode): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const types = new TypeInfo(schema);
  const enter = (node: ASTNode) => {
    if (node.kind !== Kind.FIELD) return;
    const field = types.getFieldDef();
    const answer = field && getNamedType(field.type);
    if (!isObjectType(answer) || !answer.getFields().edges || !answer.getFields().pageInfo) return;
    const names = field?.args.map((argument) => argument.name) ?? [];
    found[`${types.getParentType()?.name}.${field?.name}`] = names.filter((name) => !PAGING.has(name));
  };
  visit(document, visitWithTypeInfo(types, { enter }));
  return found;
}
