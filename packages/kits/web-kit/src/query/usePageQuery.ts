import type { OperationVariables } from "@apollo/client";
import { usePageRoute } from "../page/page-route.ts";
import type { QueryDocument, QueryView } from "./query-view.ts";
import { useSuspenseQuery } from "./useSuspenseQuery.ts";

/**
 * The operation that slice.json names for this page's route, with its variables taken from path and search.
 * On the page that the browser opened the answer came with the HTML; on a page seen before, the cache shows what
 * it has while the question is asked again. Suspends until there is something to show.
 */
export function usePageQuery<TData, TVariables extends OperationVariables>(
  document: QueryDocument<TData, TVariables>,
): QueryView<TVariables> & { data: TData } {
  const { variables } = usePageRoute();
  // slice.json maps the route's strings to the operation's variables; the registry has checked that they fit.
  return useSuspenseQuery<TData, OperationVariables>(document as QueryDocument<TData, OperationVariables>, {
    variables,
    fetchPolicy: "cache-and-network",
  });
}
