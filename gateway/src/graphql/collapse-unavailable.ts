import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { errors } from "../errors.ts";
import type { OperationContext } from "./operation-context.ts";

/** A list that lost one slice for each of its rows names this many places, not thousands. */
const PATHS_SHOWN = 100;

/** Apollo plugin: one error per slice that was not available, whatever the number of fields it cost. */
export const collapseUnavailable: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response }) {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
        const { singleResult } = response.body;
        singleResult.errors = collapseBySlice(singleResult.errors ?? []);
      },
    };
  },
};

/** Keeps other errors as they are; the places of a slice's errors are listed in `extensions.paths`. */
export function collapseBySlice(reported: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const kept: GraphQLFormattedError[] = [];
  const places = new Map<unknown, (readonly (string | number)[])[]>();
  for (const error of reported) {
    const slice =
      error.extensions?.code === errors.SLICE_UNAVAILABLE.code ? error.extensions.slice : undefined;
    const known = slice === undefined ? undefined : places.get(slice);
    if (known) {
      if (error.path && known.length < PATHS_SHOWN) known.push(error.path);
    } else if (slice === undefined) {
      kept.push(error);
    } else {
      const paths = error.path ? [error.path] : [];
      places.set(slice, paths);
      kept.push({ ...error, extensions: { ...error.extensions, paths } });
    }
  }
  return kept;
}
