import type { ErrorLike, OperationVariables } from "@apollo/client";
import { useTransition } from "react";
import { isPassing, unavailableSlices } from "./query-problems.ts";
import type { QueryView } from "./query-view.ts";
import { useRecovery } from "./useRecovery.ts";

/** What Apollo's query hooks have in common. */
interface ApolloQuery<TVariables> {
  refetch(variables?: Partial<TVariables>): Promise<unknown>;
  fetchMore(options: { variables: Partial<TVariables> }): Promise<unknown>;
}

/** The part of a query's view that all hooks share: problems, asking again by hand and by itself. */
export function useRecoveringView<TVariables extends OperationVariables>(
  query: ApolloQuery<TVariables>,
  error: ErrorLike | undefined,
): QueryView<TVariables> {
  const [, startTransition] = useTransition();
  // In a transition what is on screen stays, where a suspending query would show its skeleton again.
  const quietly = (ask: () => Promise<unknown>) =>
    new Promise<unknown>((resolve, reject) => startTransition(() => void ask().then(resolve, reject)));
  const refetch = (variables?: Partial<TVariables>) => quietly(() => query.refetch(variables));
  const fetchMore = (variables: Partial<TVariables>) => quietly(() => query.fetchMore({ variables }));
  useRecovery(isPassing(error), refetch);
  return { error, unavailable: unavailableSlices(error), refetch, fetchMore };
}
