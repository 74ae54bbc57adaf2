import type { ErrorLike, OperationVariables, TypedDocumentNode } from "@apollo/client";

/** How a query stands. A slice that is away leaves nulls in `data` and its name in `unavailable`. */
export interface QueryView<TVariables> {
  error: ErrorLike | undefined;
  /** Slices that could not answer. They are asked again by themselves, for as long as the page is visible. */
  unavailable: string[];
  /** Asks again; what is on screen stays meanwhile. */
  refetch(variables?: Partial<TVariables>): Promise<unknown>;
  /** Brings a further page of a connection: `fetchMore({ after: pageInfo.endCursor })`. The list grows in `data`; rejects if the page could not be had whole. */
  fetchMore(variables: Partial<TVariables>): Promise<unknown>;
}

/** Options may be left out where no variable is required. */
export type OptionsArgument<TVariables, TOptions> =
  Record<string, never> extends TVariables
    ? [options?: TOptions & { variables?: NoInfer<TVariables> }]
    : [options: TOptions & { variables: NoInfer<TVariables> }];

export type QueryDocument<TData, TVariables extends OperationVariables> = TypedDocumentNode<
  TData,
  TVariables
>;
