import type { GraphQLFormattedError } from "graphql";

/**
 * Apollo's `formatError`: what a bug says goes to the log, not to the browser. Errors of slices keep their
 * code and the slice's name (`serviceName`, which Apollo adds, becomes `slice`).
 */
export function maskBugs(log: { error(message: unknown): void }) {
  return (formatted: GraphQLFormattedError): GraphQLFormattedError => {
    const { serviceName, stacktrace: _, ...extensions } = formatted.extensions ?? {};
    const named = serviceName === undefined ? extensions : { slice: serviceName, ...extensions };
    if (extensions.code !== "INTERNAL_SERVER_ERROR") return { ...formatted, extensions: named };
    log.error(`${serviceName ?? "gateway"}: ${formatted.message}`);
    return { ...formatted, message: "Something went wrong on our side", extensions: named };
  };
}
