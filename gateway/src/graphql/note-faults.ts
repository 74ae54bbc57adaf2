import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { errors } from "../errors.ts";
import type { OperationContext } from "./operation-context.ts";

/** Codes that mean a slice or the gateway has failed, and not that somebody asked for what cannot be had. */
const FAULTS = new Set<unknown>([
  errors.SLICE_UNAVAILABLE.code,
  "DATABASE_UNAVAILABLE",
  "DOWNSTREAM_SERVICE_ERROR",
  "INTERNAL_ERROR",
  "INTERNAL_SERVER_ERROR",
]);

/** Apollo plugin: notes whose fault it is that an operation failed, for whoever judges releases by it. */
export const noteFaults: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== "single") return;
        contextValue.outcome.faults = readFaults(response.body.singleResult.errors ?? []);
      },
    };
  },
};

/** The slices at fault, each once; empty if no slice can be named, null if nothing has failed. */
export function readFaults(reported: readonly GraphQLFormattedError[]): string[] | null {
  const faults = reported.filter(({ extensions }) => isFault(extensions));
  if (faults.length === 0) return null;
  const slices = faults.map(({ extensions }) => extensions?.slice);
  return [...new Set(slices.filter((slice) => typeof slice === "string"))];
}

/** What was broken off because its client left is nobody's fault. */
function isFault(extensions: GraphQLFormattedError["extensions"]): boolean {
  return FAULTS.has(extensions?.code) && extensions?.reason !== "cancelled";
}
