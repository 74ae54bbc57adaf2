import type { DocumentNode, ErrorLike, OperationVariables } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useTransition } from "react";
import { isPassing, unavailableSlices } from "./query-problems.ts";
import type { QueryView } from "./query-view.ts";
import { useRecovery } from "./useRecovery.ts";

/** What Apollo's query hooks have in common. */
interface ApolloQuery<TVariables> {
  error?: ErrorLike | undefined;
  refetch(variables?: Partial<TVariables>): Promise<unknown>;
}

/** The part of a query's view that all hooks share: problems, asking again by hand and by itself, further pages. */
export function useRecoveringView<TVariables extends OperationVariables>(
  document: DocumentNode,
  variables: OperationVariables | undefined,
  query: ApolloQuery<TVariables>,
): QueryView<TVariables> {
  const client = useApolloClient();
  const [, startTransition] = useTransition();
  // In a transition what is on screen stays, where a suspending query would show its skeleton again.
  const quietly = (ask: () => Promise<unknown>) =>
    new Promise<unknown>((resolve, reject) => startTransition(() => void ask().then(resolve, reject)));
  const refetch = (changes?: Partial<TVariables>) => quietly(() => query.refetch(changes));
  // Beside the hook's own query: its failure is the caller's to say and leaves what is on screen alone, and a page
  // with holes, which nobody would ask for again, is not written.
  const fetchMore = (changes: Partial<TVariables>) =>
    client.query({
      query: document,
      variables: { ...variables, ...changes },
      fetchPolicy: "network-only",
      errorPolicy: "none",
    });
  useRecovery(isPassing(query.error), refetch);
  return { error: query.error, unavailable: unavailableSlices(query.error), refetch, fetchMore };
}
