import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { SlicewayError } from "@sliceway/errors";
import type { Logger } from "@sliceway/service-kit";
import { GraphQLError, type GraphQLFormattedError } from "graphql";

/** Codes of PostgreSQL and of sockets that mean: not now. 57* is a server going down or coming up, 08* a lost connection. */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57\w{3}|08\w{3}|53\w{3})$/;

/** What pg and its pool say without a code. The last is said of a transaction whose connection broke. */
const UNAVAILABLE_WORDS =
  /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** Whether the slice's database cannot be used now: busy, down, or too slow. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof SlicewayError) return error.code.startsWith("DATABASE_");
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return UNAVAILABLE.test(code) || UNAVAILABLE_WORDS.test(error.message);
}

/** Says what went wrong in words for the outside. What was not meant for it goes to the log only. */
export function maskErrors(slice: string, log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphQLError) return formatted;
    log.error({ err: cause, path: formatted.path }, "a resolver failed");
    const [code, message] = isUnavailable(cause)
      ? ["DATABASE_UNAVAILABLE", `${slice} cannot reach its data right now.`]
      : ["INTERNAL_ERROR", `Something went wrong in ${slice}.`];
    return { ...formatted, message, extensions: { code } };
  };
}

/** Answers 503 when the database could not be used, so that the gateway sees that the slice is in trouble. */
export function busyAnswers(): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      async didEncounterErrors({ errors, response }) {
        if (errors.some((error) => isUnavailable(unwrapResolverError(error)))) response.http.status = 503;
      },
    }),
  };
}
