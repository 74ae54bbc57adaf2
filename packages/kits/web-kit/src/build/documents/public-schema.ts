import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLSchema, parse } from "graphql";
import { BuildError } from "../build-error.ts";

/**
 * The schema that clients see, composed from the contracts' subgraph schemas. It serves to check and type
 * documents; what a vector really offers is composed by the registry.
 *
 * @param schemas slice name to subgraph SDL
 * @throws BuildError CONTRACTS_DO_NOT_COMPOSE
 */
export function publicSchema(schemas: Record<string, string>): GraphQLSchema {
  const services = Object.entries(schemas).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) {
    throw new BuildError(
      "CONTRACTS_DO_NOT_COMPOSE",
      `the contracts' schemas do not compose: ${errors?.map((error) => error.message).join("; ")}`,
      "change contract/schema.graphql of the slice that is named",
    );
  }
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}
