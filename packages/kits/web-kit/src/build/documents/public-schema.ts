import {
  composeServices,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from "@theguild/federation-composition";
import { buildASTSchema, type GraphQLSchema, parse } from "graphql";
import { BuildError } from "../build-error.ts";
import { errors } from "../errors.ts";

/**
 * The schema that clients see, composed from the contracts' subgraph schemas. It serves to check and type
 * documents; what a vector really offers is composed by the registry.
 *
 * @param schemas slice name to subgraph SDL
 * @throws BuildError CONTRACTS_DO_NOT_COMPOSE
 */
export function publicSchema(schemas: Record<string, string>): GraphQLSchema {
  const services = Object.entries(schemas).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const composed = composeServices(services);
  if (compositionHasErrors(composed)) {
    const messages = composed.errors.map(({ message }) => message).join("; ");
    throw new BuildError(
      errors.CONTRACTS_DO_NOT_COMPOSE(`the contracts' schemas do not compose: ${messages}`),
    );
  }
  return buildASTSchema(transformSupergraphToPublicSchema(parse(composed.supergraphSdl)));
}
