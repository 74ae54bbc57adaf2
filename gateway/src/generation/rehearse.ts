import type { LinkedOperation } from "@sliceway/protocol";
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse, typeFromAST } from "graphql";
import type { OperationContext } from "../graphql/operation-context.ts";
import type { Generation } from "./generation.ts";
import { placeholder } from "./placeholder.ts";

/**
 * Runs an operation with invented variables and without calling a slice, so that its document is parsed and
 * validated and its plan made, under the very keys that real requests will look up. Resolves to what is
 * wrong with the operation, or null.
 */
export async function rehearse(
  { server, schema }: Generation,
  operation: LinkedOperation,
): Promise<string | null> {
  const document = parse(operation.text);
  const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!definition) return `${operation.name} holds no operation`;
  const variables = inventVariables(schema, definition);
  const answer = await server.executeOperation(
    { query: operation.text, variables },
    { contextValue: rehearsal() },
  );
  if (answer.body.kind !== "single" || answer.http.status !== 400) return null;
  return answer.body.singleResult.errors?.map((error) => error.message).join("; ") ?? null;
}

function inventVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    if (type.kind !== Kind.NON_NULL_TYPE || defaultValue) continue;
    variables[variable.name.value] = placeholder(typeFromAST(schema, type));
  }
  return variables;
}

function rehearsal(): OperationContext {
  return {
    releases: {},
    kind: "query",
    signal: new AbortController().signal,
    tokenFor: () => Promise.reject(new Error("A rehearsal calls no slice")),
    identitySlices: new Set(),
    sessionsAllowed: false,
    idempotencyKey: undefined,
    rehearsal: true,
    plainJson: false,
    outcome: { session: null, faults: null },
  };
}
