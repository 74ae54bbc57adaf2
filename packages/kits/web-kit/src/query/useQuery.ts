import type { OperationVariables } from "@apollo/client";
import { useApolloClient, useQuery as useApolloQuery } from "@apollo/client/react";
import { prepareCache } from "../cache/prepare-cache.ts";
import type { OptionsArgument, QueryDocument, QueryView } from "./query-view.ts";
import { useRecoveringView } from "./useRecoveringView.ts";

export interface QueryOptions {
  skip?: boolean;
  fetchPolicy?: "cache-first" | "cache-and-network" | "network-only";
  /** Asks again at this interval. */
  pollInterval?: number;
}

/**
 * Asks a query and does not suspend: `data` is undefined until the first answer. Where a slice is away its parts
 * are null, `unavailable` names it, and the query is repeated until it answers.
 */
export function useQuery<TData, TVariables extends OperationVariables>(
  document: QueryDocument<TData, TVariables>,
  ...[options]: OptionsArgument<TVariables, QueryOptions>
): QueryView<TVariables> & { data: TData | undefined; loading: boolean } {
  prepareCache(useApolloClient().cache, document);
  const query = useApolloQuery<TData, OperationVariables>(document, { ...options, errorPolicy: "all" });
  const view = useRecoveringView<TVariables>(document, options?.variables, query);
  return { ...view, data: query.data as TData | undefined, loading: query.loading };
}
