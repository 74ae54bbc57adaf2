// The only module of the registry that touches Apollo's composition (Elastic License 2.0).
import { composeServices } from "@apollo/composition";
import { Supergraph as FederatedSupergraph } from "@apollo/federation-internals";
import type { Problem, Release } from "@sliceway/protocol";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
import { parseAt, placeIn, placeOf } from "./place.ts";

const SCHEMA_FILE = "contract/schema.graphql";

/** The subgraphs of a vector as one. */
export interface Supergraph {
  sdl: string;
  /** What clients see; operations are validated against it. */
  schema: GraphQLSchema;
}

type Composed = { ok: true; supergraph: Supergraph } | { ok: false; problems: Problem[] };

/** Composes the schemas of the releases that have one. Takes some 100 ms of one core. */
export function composeSupergraph(releases: readonly Release[]): Composed {
  try {
    const { errors, supergraphSdl } = composeServices(releases.flatMap(toService));
    if (errors) return { ok: false, problems: errors.map(compositionProblem) };
    return { ok: true, supergraph: { sdl: supergraphSdl, schema: readApiSchema(supergraphSdl) } };
  } catch (error) {
    if (error instanceof GraphQLError) return { ok: false, problems: [compositionProblem(error)] };
    throw error;
  }
}

/** The schema that clients of a stored supergraph see. Throws if the text is none. */
export function readApiSchema(supergraph: string): GraphQLSchema {
  return FederatedSupergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
}

function toService(release: Release) {
  if (release.schema === undefined) return [];
  const typeDefs = parseAt(release.schema, placeIn(release, SCHEMA_FILE, 1));
  // Nobody calls this address: gateways take instances from leases. Composition wants one.
  return [{ name: release.slice, url: `http://${release.slice}.invalid/graphql`, typeDefs }];
}

function compositionProblem(error: GraphQLError): Problem {
  const place = placeOf(error);
  const code = String(error.extensions.code ?? "UNKNOWN");
  return problemAt(
    place,
    composeErrors.SCHEMAS_DO_NOT_COMPOSE(`The slices' schemas do not compose (${code}): ${error.message}`, {
      file: SCHEMA_FILE,
      slice: place?.slice ?? "the slice it names",
    }),
  );
}
