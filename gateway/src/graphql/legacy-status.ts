import type { ApolloServerPlugin } from "@apollo/server";
import type { OperationContext } from "./operation-context.ts";

const DOCUMENT_ERRORS = new Set<unknown>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
]);

/**
 * Apollo plugin: GraphQL over HTTP wants 200 for a well-formed request with a bad document when the answer
 * is `application/json`; Apollo says 400. Requests that are themselves malformed stay 400.
 */
export const legacyStatus: ApolloServerPlugin<OperationContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (!contextValue.plainJson || response.http.status !== 400 || response.body.kind !== "single")
          return;
        const { data, errors } = response.body.singleResult;
        if (data === undefined && DOCUMENT_ERRORS.has(errors?.[0]?.extensions?.code))
          response.http.status = 200;
      },
    };
  },
};
