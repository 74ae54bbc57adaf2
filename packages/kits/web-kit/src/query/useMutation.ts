import type { ApolloCache, ErrorLike, OperationVariables, Unmasked } from "@apollo/client";
import { useApolloClient, useMutation as useApolloMutation } from "@apollo/client/react";
import { prepareCache } from "../cache/prepare-cache.ts";
import type { OptionsArgument, QueryDocument } from "./query-view.ts";

export interface MutationOptions<TData> {
  /** What to show until the answer is there. */
  optimisticResponse?: Unmasked<TData>;
  /** Changes lists in the cache: entities in the answer are updated by themselves. */
  update?: (cache: ApolloCache, answer: { data?: Unmasked<TData> | null }) => void;
}

export interface MutationAnswer<TData> {
  data: TData | undefined;
  /** Set if the mutation could not be carried out; expected failures are in `data`. */
  error: ErrorLike | undefined;
}

export type Mutate<TData, TVariables> = (
  ...[options]: OptionsArgument<TVariables, MutationOptions<TData>>
) => Promise<MutationAnswer<TData>>;

/** A mutation and how it stands. `mutate` never rejects. Unanswered calls are repeated under one idempotency key. */
export function useMutation<TData, TVariables extends OperationVariables>(
  document: QueryDocument<TData, TVariables>,
): [mutate: Mutate<TData, TVariables>, state: { loading: boolean; error: ErrorLike | undefined }] {
  prepareCache(useApolloClient().cache, document);
  const [run, { loading, error }] = useApolloMutation<TData, OperationVariables>(document);
  const mutate: Mutate<TData, TVariables> = async (...[options]) => {
    try {
      const answer = await run({ ...options, errorPolicy: "all" });
      return { data: (answer.data ?? undefined) as TData | undefined, error: answer.error };
    } catch (failure) {
      return { data: undefined, error: failure as ErrorLike };
    }
  };
  return [mutate, { loading, error }];
}
