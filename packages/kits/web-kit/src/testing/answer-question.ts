import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  visit,
} from "graphql";

/** Fields by their names, each as a value or as a function of its arguments. */
export type GraphData = Record<string, unknown>;

interface QuestionParts {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Record<string, unknown>;
}

/**
 * Executes a document over data. What a function of the data throws with a code, as `unavailable` does, is part of the
 * answer.
 *
 * @throws Error if the data does not fit the schema: fields that a type does not have, missing values, wrong ones
 */
export async function answerQuestion(
  { schema, document, variables }: QuestionParts,
  data: GraphData,
): Promise<ExecutionResult> {
  const result = await execute({
    schema,
    document: withTypenames(document),
    rootValue: data,
    variableValues: variables,
    fieldResolver: resolveField,
  });
  const mistakes = (result.errors ?? []).filter(({ extensions }) => extensions.code === undefined);
  if (mistakes.length === 0) return result;
  const texts = mistakes.map(({ message, path }) => `${path?.join(".") ?? "the operation"}: ${message}`);
  throw new Error(`The test's data does not fit the contracts: ${texts.join("; ")}`);
}

const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, _, info) => {
  const fields = source as GraphData;
  refuseUnknown(fields, info.parentType, info.schema);
  const value = fields[info.fieldName];
  return typeof value === "function" ? value.call(fields, args) : value;
};

function refuseUnknown(fields: GraphData, type: GraphQLObjectType, schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = roots.includes(type) ? roots : [type];
  for (const name of Object.keys(fields))
    if (name !== "__typename" && !types.some((one) => one?.getFields()[name]))
      throw new Error(`${type.name} has no field ${name}.`);
}

/** As the registry does it to every operation: the page's cache needs to know what it gets. */
function withTypenames(document: DocumentNode): DocumentNode {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
  return visit(document, {
    SelectionSet: (node, _key, parent) =>
      parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [...node.selections, typename] },
  });
}
