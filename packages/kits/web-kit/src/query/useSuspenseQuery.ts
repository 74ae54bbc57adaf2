import type { OperationVariables } from "@apollo/client";
import { useApolloClient, useSuspenseQuery as useApolloSuspenseQuery } from "@apollo/client/react";
import { prepareCache } from "../cache/prepare-cache.ts";
import { QueryFailed } from "./query-failed.ts";
import type { OptionsArgument, QueryDocument, QueryView } from "./query-view.ts";
import { useRecoveringView } from "./useRecoveringView.ts";

export interface SuspenseQueryOptions {
  fetchPolicy?: "cache-first" | "cache-and-network" | "network-only";
}

/**
 * Asks a query and suspends until its first answer. An answer without any data is thrown to the nearest boundary,
 * which tries again; an answer with some is shown, see {@link QueryView}.
 */
export function useSuspenseQuery<TData, TVariables extends OperationVariables>(
  document: QueryDocument<TData, TVariables>,
  ...[options]: OptionsArgument<TVariables, SuspenseQueryOptions>
): QueryView<TVariables> & { data: TData } {
  prepareCache(useApolloClient().cache, document);
  const query = useApolloSuspenseQuery<TData, OperationVariables>(document, {
    ...options,
    errorPolicy: "all",
  });
  const view = useRecoveringView<TVariables>(document, options?.variables, query);
  if (query.data === undefined) throw new QueryFailed(query.error, () => askAgain(query.refetch));
  return { ...view, data: query.data as TData };
}

async function askAgain(refetch: () => Promise<{ data?: unknown; error?: unknown }>): Promise<void> {
  const { data, error } = await refetch();
  if (data === undefined || data === null) throw error;
}
