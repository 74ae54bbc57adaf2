import { CombinedGraphQLErrors, type ErrorLike } from "@apollo/client";

/** Slices that could not answer, as the gateway names them in `extensions.slice`. */
export function unavailableSlices(error: ErrorLike | undefined): string[] {
  if (!CombinedGraphQLErrors.is(error)) return [];
  const slices = error.errors.flatMap(({ extensions }) =>
    extensions?.code === "SLICE_UNAVAILABLE" ? [String(extensions.slice)] : [],
  );
  return [...new Set(slices)].sort();
}

/** Whether the same question may be answered later: a slice or the network is away. */
export function isPassing(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return unavailableSlices(error).length > 0;
  return error instanceof NoAnswer;
}

/** The gateway gave no answer that one can use: network, time-out, or not GraphQL. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}
